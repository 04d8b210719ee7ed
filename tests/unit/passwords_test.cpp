// Which passwords are not taken although they are long enough.

#include "partnership/workspace/passwords.hpp"

#include <gtest/gtest.h>

namespace quorate::partnership {

TEST(Passwords, ThoseThatAreTriedFirstAreEasilyGuessed) {
    for (const char* each :
         {"password", "Password1!", "PASSWORD2026", "passw0rd", "12345678", "01012026", "87654321",
          "aaaaaaaa", "!!!!!!!!", "qwertyui", "QWERTY123", "abcdefgh", "letmein123", "liverpool",
          "practice-copy", "Quorate2026!", "Welcome1", "1q2w3e4r"}) {
        EXPECT_TRUE(easily_guessed(each)) << each;
    }
}

TEST(Passwords, OthersAreNot) {
    for (const char* each : {"three odd words", "password of my aunt", "Tr0ub4dor&3",
                             "314159265358", "correcthorsebatterystaple", "ferry-lamp-onion",
                             "\u00e9l\u00e9phant!", "aaaaaaab", "my welcome mat"}) {
        EXPECT_FALSE(easily_guessed(each)) << each;
    }
}

} // namespace quorate::partnership
