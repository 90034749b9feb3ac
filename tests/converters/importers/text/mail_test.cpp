#include "converters/importers/text/mail.h"

#include <gtest/gtest.h>

#include "converters/common/mime.h"
#include "converters/importers/text/import_text.h"
#include "tests/support/fake_environment.h"

namespace pressmark::plain_text {
namespace {

std::string mail(const std::string& fields, const std::string& body) {
  return "From: Ada Example <ada@example.org>\r\nMIME-Version: 1.0\r\n" + fields + "\r\n" + body;
}

TEST(MailEncodings, ReadEncodedWords) {
  EXPECT_EQ(mime::decode_words("=?UTF-8?Q?Die_F=C3=A4hre?="), "Die Fähre");
  EXPECT_EQ(mime::decode_words("=?iso-8859-1*de?q?F=E4hre?= (old)"), "Fähre (old)");
  // A character may be divided between two words, and the space between them is none.
  EXPECT_EQ(mime::decode_words("=?utf-8?Q?F=C3?= =?utf-8?Q?=A4hre?= is back"), "Fähre is back");
  EXPECT_EQ(mime::decode_words("a =?utf-8?B?w6Q=?=  b"), "a ä  b");
}

TEST(MailEncodings, LeaveWhatIsNoEncodedWord) {
  for (const char* value : {"", "=?", "=?utf-8", "=?utf-8?", "=?utf-8?Q", "=?utf-8?Q?open",
                            "=?utf-8?X?form?=", "1 =? 2 ?= 3"}) {
    EXPECT_EQ(mime::decode_words(value), value);
    EXPECT_FALSE(mime::has_encoded_word(value)) << value;
  }
}

TEST(MailEncodings, ReadQuotedPrintable) {
  EXPECT_EQ(mime::decode_quoted_printable("a =3D b=\r\nc  \r\nd"), "a = bc\nd");
  EXPECT_EQ(mime::decode_quoted_printable("=c3=A4 =ZZ =4"), "\xC3\xA4 =ZZ =4");
  EXPECT_EQ(mime::decode_quoted_printable("end="), "end");
}

TEST(MailEncodings, ReadBase64WithWhatIsNotOfIt) {
  EXPECT_EQ(mime::decode_base64("Z29\r\nhdA==\r\n-- \r\nlist"), "goat");
  EXPECT_EQ(mime::decode_base64("Z29hd"), "goa");  // cut off inside a group
  EXPECT_EQ(mime::decode_base64("!"), "");
}

TEST(Mail, JoinsLinesThatFlow) {
  const auto read =
      read_mail(mail("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no\r\n",
                     "The goat \r\nis late.\r\n> It \r\n> was fed.\r\n-- \r\nAda\r\n"));
  ASSERT_TRUE(read.has_value());
  EXPECT_NE(read->text.find("\n\nThe goat is late.\n> It was fed.\n-- \nAda\n"), std::string::npos)
      << read->text;
}

TEST(Mail, TakesThePlainTextOfNestedParts) {
  const auto read =
      read_mail(mail("Content-Type: multipart/mixed; boundary=a\r\n",
                     "--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
                     "--b\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n"
                     "--b\r\n\r\nThe goat\r\n--b--\r\n"
                     "--a\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; "
                     "filename=\"a b.txt\"\r\n\r\nno\r\n--a--\r\nbehind\r\n"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->text, "From: Ada Example <ada@example.org>\n\nThe goat\n");
  EXPECT_EQ(read->parts_left_out, (std::vector<std::string>{"text/html", "text/plain a b.txt"}));
}

TEST(Mail, IsOnlyWhatHasAHeaderThatIsEncoded) {
  EXPECT_FALSE(read_mail("").has_value());
  EXPECT_FALSE(read_mail("From: Ada\nSubject: The goat\n\nIt is late.\n").has_value());
  EXPECT_FALSE(read_mail("MIME-Version: 1.0\nThe goat is late.\n\nText\n").has_value());
  EXPECT_FALSE(read_mail("The goat\n\nMIME-Version: 1.0\nFrom: Ada\n").has_value());
}

TEST(Mail, WithoutPlainTextIsAnError) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.name = "a.eml";
  source.bytes = mail("Content-Type: text/html\r\n", "<p>The goat</p>\r\n");
  const auto document = import_text(source, {}, context);
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().kind(), ErrorKind::no_article);
}

TEST(Mail, GoesNoDeeperThanItsLimit) {
  std::string body = "--a\n";
  for (int i = 0; i < 2000; ++i) body += "Content-Type: multipart/mixed; boundary=a\n\n--a\n";
  const auto read =
      read_mail(mail("Content-Type: multipart/mixed; boundary=a\r\n", body + "\nThe goat\n"));
  ASSERT_TRUE(read.has_value());
}

}  // namespace
}  // namespace pressmark::plain_text
