#include "tests/support/sample_documents.h"

#include "converters/common/digest.h"

namespace pressmark::sample {
namespace {

// Two small images that we made: a colour gradient of 64 x 48 pixels, a chequerboard of 16 x 16.
constexpr const char* gradient_png =
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAYeElEQVR42g3PMUsyAQCAYYeEEEGHGxREAhtuUBAJ"
    "bLhBIUSw4YaEkECHGxREAh1uSHgRwYYbEkICG25ICBFsuEEhJNDhBgURQYcbEkICGxoaHBy+7/kHj81m48jGsQ2n"
    "DbcNwYbHhs/GiY1TG6KNoI2wjTMb5zYkGzEbFzaSNi5tyDaubFzbuLGRs6HYyNso2ri1UbGh2rizgY26jXsbmo0H"
    "G482nmw829BtvNh4tdGz8WbDsDGw8W7jw8bEhmljamNuY2ljbcOy8Wnjy8a3jR8bvzb+bOxtHGzYbHaO7Bzbcdpx"
    "2xHseOz47JzYObUj2gnaCds5s3NuR7ITs3NhJ2nn0o5s58rOtZ0bOzk7ip28naKdWzsVO6qdOzvYqdu5t6PZebDz"
    "aOfJzrMd3c6LnVc7PTtvdgw7Azvvdj7sTOyYdqZ25naWdtZ2LDufdr7sfNv5sfNr58/O3s7B/j/g4MjBsQOnA7cD"
    "wYHHgc/BiYNTB6KDoIOwgzMH5w4kBzEHFw6SDi4dyA6uHFw7uHGQc6A4yDsoOrh1UHGgOrhzgIO6g3sHmoMHB48O"
    "nhw8O9AdvDh4ddBz8ObAcDBw8O7gw8HEgelg6mDuYOlg7cBy8Ongy8G3gx8Hvw7+HOwdHBz/Ay6OXBy7cLpwuxBc"
    "eFz4XJy4OHUhugi6CLs4c3HuQnIRc3HhIuni0oXs4srFtYsbFzkXiou8i6KLWxcVF6qLOxe4qLu4d6G5eHDx6OLJ"
    "xbML3cWLi1cXPRdvLgwXAxfvLj5cTFyYLqYu5i6WLtYuLBefLr5cfLv4cfHr4s/F3sXB9T8gcCRwLOAUcAsIAh4B"
    "n8CJwKmAKBAUCAucCZwLSAIxgQuBpMClgCxwJXAtcCOQE1AE8gJFgVuBioAqcCeAQF3gXkATeBB4FHgSeBbQBV4E"
    "XgV6Am8ChsBA4F3gQ2AiYApMBeYCS4G1gCXwKfAl8C3wI/Ar8CewFzgI/wNejrwce3F6cXsRvHi8+LyceDn1InoJ"
    "egl7OfNy7kXyEvNy4SXp5dKL7OXKy7WXGy85L4qXvJeil1svFS+qlzsveKl7ufeieXnw8ujlycuzF93Li5dXLz0v"
    "b14MLwMv714+vEy8mF6mXuZell7WXiwvn16+vHx7+fHy6+XPy97Lwfs/4OfIz7Efpx+3H8GPx4/Pz4mfUz+in6Cf"
    "sJ8zP+d+JD8xPxd+kn4u/ch+rvxc+7nxk/Oj+Mn7Kfq59VPxo/q584Ofup97P5qfBz+Pfp78PPvR/bz4efXT8/Pm"
    "x/Az8PPu58PPxI/pZ+pn7mfpZ+3H8vPp58vPt58fP79+/vzs/Rz8/wMBjgIcB3AGcAcQAngC+AKcBDgNIAYIBggH"
    "OAtwHkAKEAtwESAZ4DKAHOAqwHWAmwC5AEqAfIBigNsAlQBqgLsABKgHuA+gBXgI8BjgKcBzAD3AS4DXAL0AbwGM"
    "AIMA7wE+AkwCmAGmAeYBlgHWAawAnwG+AnwH+AnwG+AvwD7AIfA/IHIkciziFHGLCCIeEZ/IicipiCgSFAmLnImc"
    "i0giMZELkaTIpYgsciVyLXIjkhNRRPIiRZFbkYqIKnIngkhd5F5EE3kQeRR5EnkW0UVeRF5FeiJvIobIQORd5ENk"
    "ImKKTEXmIkuRtYgl8inyJfIt8iPyK/Inshc5iP8DIY5CHIdwhnCHEEJ4QvhCnIQ4DSGGCIYIhzgLcR5CChELcREi"
    "GeIyhBziKsR1iJsQuRBKiHyIYojbEJUQaoi7EISoh7gPoYV4CPEY4inEcwg9xEuI1xC9EG8hjBCDEO8hPkJMQpgh"
    "piHmIZYh1iGsEJ8hvkJ8h/gJ8RviL8Q+xCH0PxDhKMJxBGcEdwQhgieCL8JJhNMIYoRghHCEswjnEaQIsQgXEZIR"
    "LiPIEa4iXEe4iZCLoETIRyhGuI1QiaBGuItAhHqE+whahIcIjxGeIjxH0CO8RHiN0IvwFsGIMIjwHuEjwiSCGWEa"
    "YR5hGWEdwYrwGeErwneEnwi/Ef4i7CMcIv8DUY6iHEdxRnFHEaJ4oviinEQ5jSJGCUYJRzmLch5FihKLchElGeUy"
    "ihzlKsp1lJsouShKlHyUYpTbKJUoapS7KESpR7mPokV5iPIY5SnKcxQ9ykuU1yi9KG9RjCiDKO9RPqJMophRplHm"
    "UZZR1lGsKJ9RvqJ8R/mJ8hvlL8o+yiH6PyBxJHEs4ZRwSwgSHgmfxInEqYQoEZQIS5xJnEtIEjGJC4mkxKWELHEl"
    "cS1xI5GTUCTyEkWJW4mKhCpxJ4FEXeJeQpN4kHiUeJJ4ltAlXiReJXoSbxKGxEDiXeJDYiJhSkwl5hJLibWEJfEp"
    "8SXxLfEj8SvxJ7GXOEj/A3GO4hzHccZxxxHieOL44pzEOY0jxgnGCcc5i3MeR4oTi3MRJxnnMo4c5yrOdZybOLk4"
    "Spx8nGKc2ziVOGqcuzjEqce5j6PFeYjzGOcpznMcPc5LnNc4vThvcYw4gzjvcT7iTOKYcaZx5nGWcdZxrDifcb7i"
    "fMf5ifMb5y/OPs4h/j+Q4CjBcQJnAncCIYEngS/BSYLTBGKCYIJwgrME5wmkBLEEFwmSCS4TyAmuElwnuEmQS6Ak"
    "yCcoJrhNUEmgJrhLQIJ6gvsEWoKHBI8JnhI8J9ATvCR4TdBL8JbASDBI8J7gI8EkgZlgmmCeYJlgncBK8JngK8F3"
    "gp8Evwn+EuwTHBL/AymOUhyncKZwpxBSeFL4UpykOE0hpgimCKc4S3GeQkoRS3GRIpniMoWc4irFdYqbFLkUSop8"
    "imKK2xSVFGqKuxSkqKe4T6GleEjxmOIpxXMKPcVLitcUvRRvKYwUgxTvKT5STFKYKaYp5imWKdYprBSfKb5SfKf4"
    "SfGb4i/FPsUh9T8gcyRzLOOUccsIMh4Zn8yJzKmMKBOUCcucyZzLSDIxmQuZpMyljCxzJXMtcyOTk1Fk8jJFmVuZ"
    "iowqcyeDTF3mXkaTeZB5lHmSeZbRZV5kXmV6Mm8yhsxA5l3mQ2YiY8pMZeYyS5m1jCXzKfMl8y3zI/Mr8yezlznI"
    "/wNpjtIcp3GmcacR0njS+NKcpDlNI6YJpgmnOUtznkZKE0tzkSaZ5jKNnOYqzXWamzS5NEqafJpimts0lTRqmrs0"
    "pKmnuU+jpXlI85jmKc1zGj3NS5rXNL00b2mMNIM072k+0kzSmGmmaeZplmnWaaw0n2m+0nyn+Unzm+YvzT7NIf0/"
    "kOEow3EGZwZ3BiGDJ4Mvw0mG0wxihmCGcIazDOcZpAyxDBcZkhkuM8gZrjJcZ7jJkMugZMhnKGa4zVDJoGa4y0CG"
    "eob7DFqGhwyPGZ4yPGfQM7xkeM3Qy/CWwcgwyPCe4SPDJIOZYZphnmGZYZ3ByvCZ4SvDd4afDL8Z/jLsMxwy/wNZ"
    "jrIcZ3FmcWcRsniy+LKcZDnNImYJZglnOctynkXKEstykSWZ5TKLnOUqy3WWmyy5LEqWfJZiltsslSxqlrssZKln"
    "uc+iZXnI8pjlKctzFj3LS5bXLL0sb1mMLIMs71k+skyymFmmWeZZllnWWawsn1m+snxn+cnym+Uvyz7LIfs/oHCk"
    "cKzgVHArCAoeBZ/CicKpgqgQVAgrnCmcK0gKMYULhaTCpYKscKVwrXCjkFNQFPIKRYVbhYqCqnCngEJd4V5BU3hQ"
    "eFR4UnhW0BVeFF4VegpvCobCQOFd4UNhomAqTBXmCkuFtYKl8KnwpfCt8KPwq/CnsFc4KP8DBY4KHBdwFnAXEAp4"
    "CvgKnBQ4LSAWCBYIFzgrcF5AKhArcFEgWeCygFzgqsB1gZsCuQJKgXyBYoHbApUCaoG7AhSoF7gvoBV4KPBY4KnA"
    "cwG9wEuB1wK9Am8FjAKDAu8FPgpMCpgFpgXmBZYF1gWsAp8Fvgp8F/gp8Fvgr8C+wKHwP1DiqMRxCWcJdwmhhKeE"
    "r8RJidMSYolgiXCJsxLnJaQSsRIXJZIlLkvIJa5KXJe4KZEroZTIlyiWuC1RKaGWuCtBiXqJ+xJaiYcSjyWeSjyX"
    "0Eu8lHgt0SvxVsIoMSjxXuKjxKSEWWJaYl5iWWJdwirxWeKrxHeJnxK/Jf5K7EscSv8DZY7KHJdxlnGXEcp4yvjK"
    "nJQ5LSOWCZYJlzkrc15GKhMrc1EmWeayjFzmqsx1mZsyuTJKmXyZYpnbMpUyapm7MpSpl7kvo5V5KPNY5qnMcxm9"
    "zEuZ1zK9Mm9ljDKDMu9lPspMyphlpmXmZZZl1mWsMp9lvsp8l/kp81vmr8y+zKH8P6BypHKs4lRxqwgqHhWfyonK"
    "qYqoElQJq5ypnKtIKjGVC5WkyqWKrHKlcq1yo5JTUVTyKkWVW5WKiqpyp4JKXeVeRVN5UHlUeVJ5VtFVXlReVXoq"
    "byqGykDlXeVDZaJiqkxV5ipLlbWKpfKp8qXyrfKj8qvyp7JXOaj/A1WOqhxXcVZxVxGqeKr4qpxUOa0iVglWCVc5"
    "q3JeRaoSq3JRJVnlsopc5arKdZWbKrkqSpV8lWKV2yqVKmqVuypUqVe5r6JVeajyWOWpynMVvcpLldcqvSpvVYwq"
    "gyrvVT6qTKqYVaZV5lWWVdZVrCqfVb6qfFf5qfJb5a/Kvsqh+j9Q46jGcQ1nDXcNoYanhq/GSY3TGmKNYI1wjbMa"
    "5zWkGrEaFzWSNS5ryDWualzXuKmRq6HUyNco1ritUamh1rirQY16jfsaWo2HGo81nmo819BrvNR4rdGr8VbDqDGo"
    "8V7jo8akhlljWmNeY1ljXcOq8Vnjq8Z3jZ8avzX+auxrHGr/Aw2OGhw3cDZwNxAaeBr4Gpw0OG0gNgg2CDc4a3De"
    "QGoQa3DRINngsoHc4KrBdYObBrkGSoN8g2KD2waVBmqDuwY0qDe4b6A1eGjw2OCpwXMDvcFLg9cGvQZvDYwGgwbv"
    "DT4aTBqYDaYN5g2WDdYNrAafDb4afDf4afDb4K/BvsGh8T+gcaRxrOHUcGsIGh4Nn8aJxqmGqBHUCGucaZxrSBox"
    "jQuNpMalhqxxpXGtcaOR01A08hpFjVuNioaqcaeBRl3jXkPTeNB41HjSeNbQNV40XjV6Gm8ahsZA413jQ2OiYWpM"
    "NeYaS421hqXxqfGl8a3xo/Gr8aex1zho/wNNjpocN3E2cTcRmnia+JqcNDltIjYJNgk3OWty3kRqEmty0STZ5LKJ"
    "3OSqyXWTmya5JkqTfJNik9smlSZqk7smNKk3uW+iNXlo8tjkqclzE73JS5PXJr0mb02MJoMm700+mkyamE2mTeZN"
    "lk3WTawmn02+mnw3+Wny2+Svyb7Jofk/0OKoxXELZwt3C6GFp4WvxUmL0xZii2CLcIuzFuctpBaxFhctki0uW8gt"
    "rlpct7hpkWuhtMi3KLa4bVFpoba4a0GLeov7FlqLhxaPLZ5aPLfQW7y0eG3Ra/HWwmgxaPHe4qPFpIXZYtpi3mLZ"
    "Yt3CavHZ4qvFd4ufFr8t/lrsWxxa/wNtjtoct3G2cbcR2nja+NqctDltI7YJtgm3OWtz3kZqE2tz0SbZ5rKN3Oaq"
    "zXWbmza5NkqbfJtim9s2lTZqm7s2tKm3uW+jtXlo89jmqc1zG73NS5vXNr02b22MNoM2720+2kzamG2mbeZtlm3W"
    "baw2n22+2ny3+Wnz2+avzb7Nof0/oHOkc6zj1HHrCDoeHZ/Oic6pjqgT1AnrnOmc60g6MZ0LnaTOpY6sc6VzrXOj"
    "k9NRdPI6RZ1bnYqOqnOng05d515H03nQedR50nnW0XVedF51ejpvOobOQOdd50NnomPqTHXmOkudtY6l86nzpfOt"
    "86Pzq/Ons9c56P8DHY46HHdwdnB3EDp4Ovg6nHQ47SB2CHYIdzjrcN5B6hDrcNEh2eGyg9zhqsN1h5sOuQ5Kh3yH"
    "YofbDpUOaoe7DnSod7jvoHV46PDY4anDcwe9w0uH1w69Dm8djA6DDu8dPjpMOpgdph3mHZYd1h2sDp8dvjp8d/jp"
    "8Nvhr8O+w6HzP9DlqMtxF2cXdxehi6eLr8tJl9MuYpdgl3CXsy7nXaQusS4XXZJdLrvIXa66XHe56ZLronTJdyl2"
    "ue1S6aJ2uetCl3qX+y5al4cuj12eujx30bu8dHnt0uvy1sXoMujy3uWjy6SL2WXaZd5l2WXdxery2eWry3eXny6/"
    "Xf667Lscuv8DfY76HPdx9nH3Efp4+vj6nPQ57SP2CfYJ9znrc95H6hPrc9En2eeyj9znqs91n5s+uT5Kn3yfYp/b"
    "PpU+ap+7PvSp97nvo/V56PPY56nPcx+9z0uf1z69Pm99jD6DPu99PvpM+ph9pn3mfZZ91n2sPp99vvp89/np89vn"
    "r8++z6H/P2BwZHBs4DRwGwgGHgOfwYnBqYFoEDQIG5wZnBtIBjGDC4OkwaWBbHBlcG1wY5AzUAzyBkWDW4OKgWpw"
    "Z4BB3eDeQDN4MHg0eDJ4NtANXgxeDXoGbwaGwcDg3eDDYGJgGkwN5gZLg7WBZfBp8GXwbfBj8GvwZ7A3OBj/A0OO"
    "hhwPcQ5xDxGGeIb4hpwMOR0iDgkOCQ85G3I+RBoSG3IxJDnkcog85GrI9ZCbIbkhypD8kOKQ2yGVIeqQuyEMqQ+5"
    "H6INeRjyOORpyPMQfcjLkNchvSFvQ4whgyHvQz6GTIaYQ6ZD5kOWQ9ZDrCGfQ76GfA/5GfI75G/Ifshh+D8w4mjE"
    "8QjnCPcIYYRnhG/EyYjTEeKI4IjwiLMR5yOkEbERFyOSIy5HyCOuRlyPuBmRG6GMyI8ojrgdURmhjrgbwYj6iPsR"
    "2oiHEY8jnkY8j9BHvIx4HdEb8TbCGDEY8T7iY8RkhDliOmI+YjliPcIa8Tnia8T3iJ8RvyP+RuxHHEb/A2OOxhyP"
    "cY5xjxHGeMb4xpyMOR0jjgmOCY85G3M+RhoTG3MxJjnmcow85mrM9ZibMbkxypj8mOKY2zGVMeqYuzGMqY+5H6ON"
    "eRjzOOZpzPMYfczLmNcxvTFvY4wxgzHvYz7GTMaYY6Zj5mOWY9ZjrDGfY77GfI/5GfM75m/Mfsxh/D9gcmRybOI0"
    "cZsIJh4Tn8mJyamJaBI0CZucmZybSCYxkwuTpMmliWxyZXJtcmOSM1FM8iZFk1uTiolqcmeCSd3k3kQzeTB5NHky"
    "eTbRTV5MXk16Jm8mhsnA5N3kw2RiYppMTeYmS5O1iWXyafJl8m3yY/Jr8meyNzmY/wMzjmYcz3DOcM8QZnhm+Gac"
    "zDidIc4IzgjPOJtxPkOaEZtxMSM543KGPONqxvWMmxm5GcqM/IzijNsZlRnqjLsZzKjPuJ+hzXiY8TjjacbzDH3G"
    "y4zXGb0ZbzOMGYMZ7zM+ZkxmmDOmM+YzljPWM6wZnzO+ZnzP+JnxO+Nvxn7GYfY/sOBowfEC5wL3AmGBZ4FvwcmC"
    "0wXiguCC8IKzBecLpAWxBRcLkgsuF8gLrhZcL7hZkFugLMgvKC64XVBZoC64W8CC+oL7BdqChwWPC54WPC/QF7ws"
    "eF3QW/C2wFgwWPC+4GPBZIG5YLpgvmC5YL3AWvC54GvB94KfBb8L/hbsFxwW/wMrjlYcr3CucK8QVnhW+FacrDhd"
    "Ia4IrgivOFtxvkJaEVtxsSK54nKFvOJqxfWKmxW5FcqK/IriitsVlRXqirsVrKivuF+hrXhY8bjiacXzCn3Fy4rX"
    "Fb0VbyuMFYMV7ys+VkxWmCumK+YrlivWK6wVnyu+Vnyv+Fnxu+JvxX7FYfU/YHFkcWzhtHBbCBYeC5/FicWphWgR"
    "tAhbnFmcW0gWMYsLi6TFpYVscWVxbXFjkbNQLPIWRYtbi4qFanFngUXd4t5Cs3iweLR4sni20C1eLF4tehZvFobF"
    "wOLd4sNiYmFaTC3mFkuLtYVl8WnxZfFt8WPxa/Fnsbc4WP8DG442HG9wbnBvEDZ4Nvg2nGw43SBuCG4IbzjbcL5B"
    "2hDbcLEhueFyg7zhasP1hpsNuQ3KhvyG4obbDZUN6oa7DWyob7jfoG142PC44WnD8wZ9w8uG1w29DW8bjA2DDe8b"
    "PjZMNpgbphvmG5Yb1husDZ8bvjZ8b/jZ8Lvhb8N+w2HzP7DlaMvxFucW9xZhi2eLb8vJltMt4pbglvCWsy3nW6Qt"
    "sS0XW5JbLrfIW662XG+52ZLbomzJbyluud1S2aJuudvClvqW+y3aloctj1uetjxv0be8bHnd0tvytsXYMtjyvuVj"
    "y2SLuWW6Zb5luWW9xdryueVry/eWny2/W/627Lcctv8DO452HO9w7nDvEHZ4dvh2nOw43SHuCO4I7zjbcb5D2hHb"
    "cbEjueNyh7zjasf1jpsduR3KjvyO4o7bHZUd6o67Heyo77jfoe142PG442nH8w59x8uO1x29HW87jB2DHe87PnZM"
    "dpg7pjvmO5Y71jusHZ87vnZ87/jZ8bvjb8d+x2HHPzyDawAFyrJbAAAAAElFTkSuQmCC";
constexpr const char* chequerboard_png =
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAIklEQVR42mP4hQROyMnBES5xhkGogRhFyOKDUcNo"
    "PAwKDQDNW/kQD10LPAAAAABJRU5ErkJggg==";

Resource image(const char* base64, int width, int height, std::string origin) {
  Resource resource;
  resource.data = base64_decode(base64).value();
  resource.media_type = "image/png";
  resource.origin = std::move(origin);
  resource.sha256 = sha256_hex(resource.data);
  resource.width = width;
  resource.height = height;
  return resource;
}

Block p(std::string content) { return paragraph({text(std::move(content))}); }
Block heading(int level, std::string content) {
  return Block{Heading{level, {text(std::move(content))}}};
}
Cell cell(std::string content, int rows = 1, int columns = 1, Scope header = Scope::none) {
  Cell result;
  result.children = {p(std::move(content))};
  result.rows = rows;
  result.columns = columns;
  result.header = header;
  return result;
}
Inline note(std::string content) { return Inline{Note{"", {p(std::move(content))}}}; }

Date yearless(int month, int day) {
  Date date;
  date.start.month = month;
  date.start.day = day;
  return date;
}

Document titled(std::string headline, std::string language = "en") {
  Document document;
  document.front.headline = {text(headline)};
  document.language = language;
  document.metadata.set(Variable::title, std::move(headline), {});
  document.metadata.set(Variable::language, std::move(language), {});
  document.provenance.source_name = "sample";
  document.provenance.media_type = "text/plain";
  document.provenance.encoding = "UTF-8";
  document.provenance.importer = "sample";
  document.provenance.sha256 = std::string(64, 'a');
  return document;
}

}  // namespace

Document plain() {
  Document document = titled("A plain article");
  document.body = {
      p("The first paragraph has one sentence."),
      p("The second one says a little more, so that a line break may be needed when it "
        "is set in a narrow column of text.")};
  return document;
}

Document wire() {
  Document document = titled("Ferry line to reopen in spring");
  document.front.kicker = {text("Transport")};
  document.front.deck = {text("Repairs took two winters")};
  document.front.bylines = {{text("By "), Inline{Named{NameKind::person, {text("Ada Example")}}}}};
  document.front.dateline = {Inline{Named{NameKind::place, {text("PORT SAMPLE")}}}, text(", "),
                             Inline{Dated{yearless(10, 12), {text("October 12")}}}, text(". /"),
                             Inline{Named{NameKind::organisation, {text("EXA")}}},  text("/.")};
  document.body = {p("The ferry between the two harbours will run again, the company said."),
                   p("“We are ready,” its director said."), p("The fare stays the same.")};
  Metadata& record = document.metadata;
  record.type = ItemType::article_newspaper;
  record.set(Variable::subtitle, "Repairs took two winters", {.source = "text:deck"});
  record.set(Variable::publisher_place, "PORT SAMPLE", {.source = "text:dateline"});
  record.set(Variable::source, "EXA", {.source = "text:dateline"});
  record.set(DateVariable::issued, yearless(10, 12), {.source = "text:dateline"});
  record.contributors = {
      {Role::author, person_name("Ada", "Example"), "", {.source = "text:byline"}}};
  return document;
}

Document every_inline() {
  Document document = titled("Every inline");
  const ResourceId picture =
      document.resources.add(image(chequerboard_png, 16, 16, "images/board.png"));
  Inlines line = {text("Plain, ")};
  for (const Style style :
       {Style::emphasis, Style::strong, Style::italic, Style::bold, Style::underline,
        Style::superscript, Style::subscript, Style::small_caps, Style::deleted, Style::inserted,
        Style::highlighted}) {
    line.push_back(styled(style, {text("styled")}));
    line.push_back(text(" "));
  }
  Inlines names;
  for (const NameKind kind :
       {NameKind::person, NameKind::organisation, NameKind::place, NameKind::work}) {
    names.push_back(Inline{Named{kind, {text("Name")}}});
    names.push_back(text(" "));
  }
  Inline foreign{Styled{Style::italic, {text("festina lente")}}};
  foreign.language = "la";
  document.body = {
      paragraph(std::move(line)),
      paragraph(std::move(names)),
      paragraph({text("On "), Inline{Dated{make_date(2026, 11, 20), {text("20 November")}}},
                 text(" the "), Inline{Abbreviation{"World Health Organization", {text("WHO")}}},
                 text(" said "), Inline{Quoted{{text("so")}}}, text(".")}),
      paragraph({text("Call "), Inline{Code{"int x = 1;", "cpp"}}, text(" or see "),
                 Inline{Link{"https://example.org/a?b=c&d=e", {text("the page")}}}, text(" and "),
                 Inline{Link{"#target", {text("below")}}}, text(".")}),
      paragraph({text("An image "), Inline{Image{picture, "a board"}}, text(", a decorative one "),
                 Inline{Image{picture, ""}}, text(" and one without a word "),
                 Inline{Image{picture, std::nullopt}}, text(".")}),
      paragraph({text("A note"), note("The note's text."), text(" and a marked one"),
                 Inline{Note{"*", {p("With its mark.")}}}, text(".")}),
      paragraph({text("Energy: "), Inline{Formula{"E = mc^2", "", "E = mc2", false}}, text("; "),
                 Inline{Formula{"",
                                "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi>"
                                "<mo>=</mo><mn>1</mn></math>",
                                "x = 1", true}},
                 text(".")}),
      paragraph({Inline{Ruby{{text("漢字")}, "かんじ"}}, text(" with a reading,"),
                 Inline{LineBreak{}}, text("a second line"), Inline{PageMark{"17"}},
                 text(" over two pages, and "), std::move(foreign), text(".")}),
      paragraph({styled(
          Style::strong,
          {text("Nested "),
           styled(Style::emphasis,
                  {text("deeper "), Inline{Link{"https://example.org/",
                                                {styled(Style::superscript, {text("up")})}}}})})}),
  };
  document.body.push_back(p("The target."));
  document.body.back().id = "target";
  return document;
}

Document every_block() {
  Document document = titled("Every block");
  const ResourceId picture = document.resources.add(image(gradient_png, 64, 48, "images/sky.png"));
  List numbered{Numbering::decimal, 3, {{p("third")}, {p("fourth"), p("with two paragraphs")}}};
  List nested{Numbering::none, 1, {{p("outer"), Block{numbered}}, {p("last")}}};
  DefinitionList terms{{{{{text("term")}, {text("other term")}}, {{p("definition")}}},
                        {{{text("second")}}, {{p("one")}, {p("two")}}}}};
  Verse poem{{{{{text("The first line is not long,")}, 0}, {{text("the second steps aside,")}, 1}},
              {{{text("a stanza of one line.")}, 0}}}};
  Table table;
  table.caption = {text("Costs")};
  table.header_rows = 1;
  table.rows = {{{cell("Year", 1, 1, Scope::column), cell("Cost", 1, 1, Scope::column)}},
                {{cell("2026"), cell("4")}}};
  document.body = {
      p("A paragraph before all."),
      heading(2, "A heading"),
      Block{Quotation{{p("A quoted paragraph."), p("And another.")}, {text("Somebody")}, false}},
      Block{Quotation{{p("A pulled quotation.")}, {}, true}},
      Block{nested},
      Block{terms},
      Block{Speech{{text("Q")}, {p("Is it ready?")}}},
      Block{Speech{{text("A")}, {p("It is.")}}},
      heading(3, "A lower heading"),
      Block{Figure{{paragraph({Inline{Image{picture, "A gradient from black to blue"}}})},
                   {text("The sky at night.")},
                   {text("Photo: Example")}}},
      Block{Aside{AsideKind::sidebar, {text("In short")}, {p("A box beside the text.")}}},
      Block{Aside{AsideKind::details, {text("More")}, {p("Hidden at first.")}}},
      Block{Preformatted{"int main() {\n  return 0;\n}", true, "cpp"}},
      Block{Preformatted{"a   b\nc   d", false, ""}},
      Block{poem},
      Block{table},
      Block{Break{}},
      p("A paragraph after all."),
  };
  return document;
}

Document tables() {
  Document document = titled("Tables");
  Table spans;
  spans.caption = {text("Spans")};
  spans.header_rows = 2;
  spans.rows = {{{cell("Place", 2, 1, Scope::column), cell("Visitors", 1, 2, Scope::column)}},
                {{cell("2025", 1, 1, Scope::column), cell("2026", 1, 1, Scope::column)}},
                {{cell("Harbour", 1, 1, Scope::row), cell("1,204"), cell("1,377")}},
                {{cell("Museum", 1, 1, Scope::row), cell("closed", 1, 2)}}};
  spans.rows[2].cells[1].alignment = Alignment::end;
  Table ragged;
  ragged.rows = {{{cell("one"), cell("two"), cell("three")}},
                 {{cell("only one")}},
                 {{cell("too tall", 9), cell("too wide", 1, 9)}},
                 {{cell("beside")}}};
  Table blocks;
  Cell list_cell;
  list_cell.children = {Block{List{Numbering::none, 1, {{p("in a cell")}, {p("another")}}}},
                        p("after")};
  blocks.rows = {{{list_cell, Cell{}}}};
  document.body = {p("Three tables."), Block{spans}, Block{ragged}, Block{blocks}};
  return document;
}

Document notes() {
  Document document = titled("Notes");
  Table table;
  table.rows = {{{Cell{{paragraph({text("cell"), note("In a cell.")})}}}}};
  document.body = {
      paragraph({text("First"), note("One."), text(" and second"), note("Two."), text(".")}),
      Block{List{Numbering::none, 1, {{paragraph({text("item"), note("In a list.")})}}}},
      Block{table},
      paragraph(
          {text("Long"), Inline{Note{"", {p("First paragraph of the note."), p("Second.")}}}}),
  };
  return document;
}

Document headings() {
  Document document = titled("Headings");
  document.body = {p("Before."),       heading(2, "Two"),   heading(4, "Four, three left out"),
                   p("Text of four."), heading(3, "Three"), heading(2, "Two again"),
                   p("End."),          heading(6, "Six")};
  return document;
}

Document images() {
  Document document = titled("Images");
  const ResourceId sky = document.resources.add(image(gradient_png, 64, 48, "sky.png"));
  const ResourceId board = document.resources.add(image(chequerboard_png, 16, 16, "board.png"));
  document.body = {
      Block{
          Figure{{paragraph({Inline{Image{sky, "The sky"}}})}, {text("Sky.")}, {text("Photo: A")}}},
      paragraph({text("In the line "), Inline{Image{board, "board"}}, text(" twice "),
                 Inline{Image{board, "board"}}, text(".")}),
      Block{Figure{{paragraph({Inline{Image{sky, std::nullopt}}}),
                    paragraph({Inline{Image{board, std::nullopt}}})},
                   {text("Two images, one caption.")},
                   {}}},
      Block{Figure{{paragraph({Inline{
                       Image{{}, "A bridge", "https://example.org/images/bridge.jpg?width=800"}}})},
                   {text("An image that is elsewhere.")},
                   {}}},
      paragraph({text("Another one "),
                 Inline{Image{{}, std::nullopt, "https://example.org/images/dot.png"}},
                 text(" in the line.")}),
  };
  return document;
}

Document right_to_left() {
  Document document = titled("مقالة قصيرة", "ar");
  document.direction = Direction::right_to_left;
  document.body = {p("هذه فقرة عربية مع كلمة Pressmark ورقم 2026 في وسطها."),
                   p("وهذه فقرة ثانية (بين قوسين).")};
  Block hebrew = p("זוהי פסקה בעברית עם המילה English בתוכה.");
  hebrew.language = "he";
  document.body.push_back(hebrew);
  return document;
}

Document east_asian() {
  Document document = titled("短い記事", "ja");
  document.body = {
      paragraph({Inline{Ruby{{text("東京")}, "とうきょう"}},
                 text("の港で、新しい橋が開通した。「とても便利だ」と市民は話した。")})};
  Block chinese = p("新的大桥昨天通车。市民说：“非常方便。”");
  chinese.language = "zh-Hans";
  document.body.push_back(chinese);
  return document;
}

Document cyrillic_greek() {
  Document document = titled("Короткая статья", "ru");
  document.body = {p("Первый абзац рассказывает о мосте, который откроют весной."),
                   p("«Мы готовы», — сказал директор.")};
  Block greek = p("Η γέφυρα θα ανοίξει την άνοιξη.");
  greek.language = "el";
  document.body.push_back(greek);
  return document;
}

Document full_metadata() {
  Document document = titled("Full metadata");
  document.body = {p("A record with everything.")};
  Metadata& record = document.metadata;
  record.type = ItemType::article_journal;
  for (const Variable variable : all_variables()) {
    if (record.find(variable) != nullptr) continue;
    record.set(variable, "value of " + std::string(to_string(variable)), {.source = "sample"});
  }
  record.set(Variable::doi, "10.1234/abcd", {.source = "sample"});
  record.set(Variable::issn, "1234-5679", {.source = "sample"});
  record.set(Variable::url, "https://news.example/2026/11/bridge?a=1&b=2", {.source = "sample"});
  record.set(Variable::license, "https://creativecommons.org/licenses/by/4.0/",
             {.source = "sample"});
  record.set(Variable::page, "4-5", {.source = "sample"});
  record.set(Variable::identifier, "urn:uuid:6f1c2b7e-2f43-5a6e-9d0b-0f0d8a6f2b11",
             {.source = "sample"});
  for (const DateVariable variable : all_date_variables()) {
    record.set(variable, make_date(2026, 11, 20), {.source = "sample"});
  }
  Date issued = make_date(2026, 11, 20);
  issued.time = "08:30:00+03:00";
  record.set(DateVariable::issued, issued, {.source = "sample"});
  for (const Role role : all_roles()) {
    record.contributors.push_back({role, person_name("Ana", "Pérez"), "", {.source = "sample"}});
  }
  Name particle = person_name("Vincent", "Gogh");
  particle.non_dropping_particle = "van";
  particle.suffix = "Jr.";
  particle.uri = "https://orcid.org/0000-0002-1825-0097";
  record.contributors.push_back({Role::author, particle, "staff writer", {.source = "sample"}});
  record.contributors.push_back(
      {Role::author, literal_name("Example News Agency"), "", {.source = "sample"}});
  record.keywords = {{"Transport", {.source = "sample"}}, {"Local politics", {.source = "sample"}}};
  record.extra["arxiv"] = "2611.00001";
  record.rejected.push_back(
      {"title", "Another title", {.source = "sample"}, "less trusted than sample"});
  return document;
}

Document hostile() {
  Document document = titled("<b>&amp; \"quotes\" ]]> --> \\ % { } $");
  Blocks deep = {p("the bottom")};
  for (int level = 0; level < 60; ++level) deep = {Block{Quotation{std::move(deep), {}, false}}};
  document.body = {
      p("& < > \" ' ]]> <!-- --> <script>alert(1)</script> \\ % $ # _ ^ ~ {}"),
      p(std::string(600, 'x') + " https://example.org/" + std::string(300, 'y')),
      paragraph({}),
      Block{List{Numbering::none, 1, {{}, {p("after an empty item")}}}},
      Block{Preformatted{"\t<tab>\n\n  &two spaces", true, "c++ \"x\""}},
      paragraph({Inline{Link{"https://example.org/%20?q=<x>&y='z'", {}}},
                 Inline{Link{"https://example.org/\"quoted\"", {text("link")}}}}),
      p("Emoji 😀 and a flag 🇪🇺, a zero width joiner 👩‍🔬, combining e\u0301."),
  };
  document.body.insert(document.body.end(), deep.begin(), deep.end());
  return document;
}

Document generated(int words) {
  constexpr const char* vocabulary[] = {
      "harbour",       "council", "bridge", "the",      "a",       "repair",  "of",
      "winter",        "and",     "ferry",  "minister", "said",    "between", "without",
      "consideration", "in",      "report", "on",       "hundred", "people"};
  Document document = titled("A generated article");
  std::uint32_t state = 12345;
  const auto next = [&state] { return (state = state * 1664525u + 1013904223u) >> 16; };
  int made = 0;
  for (int number = 1; made < words; ++number) {
    if (number % 8 == 1)
      document.body.push_back(heading(2 + number / 8 % 2, "Section " + std::to_string(number)));
    std::string content = "Paragraph " + std::to_string(number);
    const int size = 30 + static_cast<int>(next() % 90);
    for (int i = 0; i < size; ++i) {
      content += ' ';
      content += vocabulary[next() % std::size(vocabulary)];
    }
    content += '.';
    made += size + 2;
    Inlines line = {text(std::move(content))};
    if (number % 5 == 0) line.push_back(note("Note " + std::to_string(number) + "."));
    if (number % 11 == 0) {
      document.body.push_back(
          Block{List{Numbering::none, 1, {{paragraph(std::move(line))}, {p("item")}}}});
    } else {
      document.body.push_back(paragraph(std::move(line)));
    }
  }
  return document;
}

std::vector<std::pair<std::string, Document>> all() {
  return {{"plain", plain()},
          {"wire", wire()},
          {"every_inline", every_inline()},
          {"every_block", every_block()},
          {"tables", tables()},
          {"notes", notes()},
          {"headings", headings()},
          {"images", images()},
          {"right_to_left", right_to_left()},
          {"east_asian", east_asian()},
          {"cyrillic_greek", cyrillic_greek()},
          {"full_metadata", full_metadata()},
          {"hostile", hostile()}};
}

}  // namespace pressmark::sample
