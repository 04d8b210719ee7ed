# One warning set and two helpers; no target sets its own flags.
add_library(quorate_options INTERFACE)
target_compile_options(quorate_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports false positives for these in optimised std::string and std::variant code.
    target_compile_options(quorate_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(QUORATE_WERROR)
    target_compile_options(quorate_options INTERFACE -Werror)
endif()
target_include_directories(quorate_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(quorate_options INTERFACE
    QUORATE_VERSION="${PROJECT_VERSION}" BOOST_JSON_NO_LIB)

# quorate_add_library(name SOURCES a.cpp ... DEPENDS target ...): folder = target = namespace.
function(quorate_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC quorate_options ${ARG_DEPENDS})
endfunction()

# quorate_add_test(name SOURCES ... DEPENDS ... [PRECOMPILED_FROM target]): a GoogleTest program run by ctest from the
# repository root.
function(quorate_add_test name)
    cmake_parse_arguments(ARG "" "PRECOMPILED_FROM" "SOURCES;DEPENDS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE quorate_options ${ARG_DEPENDS} GTest::gtest GTest::gtest_main)
    target_compile_definitions(${name} PRIVATE QUORATE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    if(ARG_PRECOMPILED_FROM)
        quorate_precompiled_from(${name} ${ARG_PRECOMPILED_FROM})
    endif()
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

# quorate_precompile(target header...): compiles the headers most files of a target include once, for all of them. Builds
# take less than half the time; -fpch-preprocess is what lets ccache see through it (with CCACHE_DEPEND and
# CCACHE_SLOPPINESS from tools/setup.sh). A header is a path in src, an absolute path or a <system header>.
function(quorate_precompile target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(headers "")
        foreach(header IN LISTS ARGN)
            if(NOT header MATCHES "^[</]")
                set(header "${PROJECT_SOURCE_DIR}/src/${header}")
            endif()
            list(APPEND headers "$<$<COMPILE_LANGUAGE:CXX>:${header}>")
        endforeach()
        target_precompile_headers(${target} PRIVATE ${headers})
        quorate_precompiled_options(${target})
    endif()
endfunction()

# quorate_precompiled_from(target other): the headers that were compiled for another target, which has the same definitions.
function(quorate_precompiled_from target other)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_precompile_headers(${target} REUSE_FROM ${other})
        quorate_precompiled_options(${target})
    endif()
endfunction()

# With precompiled headers g++ 12 no longer knows standard strings as system code and reports false positives in them.
function(quorate_precompiled_options target)
    target_compile_options(${target} PRIVATE -fpch-preprocess
        -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endfunction()
