#include "cli/cli.hpp"

int main(int count, char** words) {
    return quorate::cli::run(count, words);
}
