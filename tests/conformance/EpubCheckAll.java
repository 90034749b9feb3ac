// Runs EPUBCheck over many books in one Java process, which is much faster than one process each.
//
//   java -cp "epubcheck.jar:lib/*" EpubCheckAll.java BOOK.epub ...
//
// Prints a line for each message and one for each book; exits 1 on any error or warning.
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.File;

public class EpubCheckAll {
  static final class Printer extends MasterReport {
    private final String book;
    int problems = 0;

    Printer(String book) {
      this.book = book;
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
      Severity severity = message.getSeverity();
      if (severity == Severity.SUPPRESSED || severity == Severity.USAGE) return;
      if (severity != Severity.INFO) problems++;
      System.out.println(book + ": " + severity + " " + message.getID() + " "
          + location.getPath() + ":" + location.getLine() + ":" + location.getColumn() + ": "
          + message.getMessage(arguments));
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {}

    @Override
    public int generate() {
      return 0;
    }

    @Override
    public void initialize() {}
  }

  public static void main(String[] books) {
    int bad = 0;
    for (String book : books) {
      Printer printer = new Printer(book);
      new EpubCheck(new File(book), printer).doValidate();
      if (printer.problems > 0) bad++;
    }
    System.out.println("EPUBCheck: " + books.length + " books, " + bad + " with problems");
    System.exit(bad > 0 ? 1 : 0);
  }
}
