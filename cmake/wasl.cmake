# How the house is built: one library a folder, one test program a folder with tests.

add_library(wasl_options INTERFACE)
target_include_directories(wasl_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(wasl_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Werror -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
# TRY (kernel/result.hpp) is a GNU statement expression; both compilers have it.
target_compile_options(wasl_options INTERFACE
  # g++ 12 calls an enumerator of a scoped enum a shadow of a global of that name; clang knows better.
  $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>
  # Of files compiled together only what is inside one file can hide anything; g++ looks at that.
  $<$<AND:$<CXX_COMPILER_ID:Clang>,$<NOT:$<BOOL:${WASL_TOGETHER}>>>:-Wshadow>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-statement-expression -Wno-gnu-zero-variadic-macro-arguments>
  # g++ 12 wants every member of a designated initialiser named, and warns wrongly on short strings made and moved.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-missing-field-initializers -Wno-maybe-uninitialized -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread>
  # A class made of what is inside one file is no danger in a file that is compiled once, and not a header.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${WASL_TOGETHER}>>:-Wno-subobject-linkage>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-missing-designated-field-initializers -Wno-missing-field-initializers>
  $<$<CXX_COMPILER_ID:Clang>:-Xclang -fno-pch-timestamp>)
# Everywhere, because the precompiled header must be made with the same options as its users.
target_compile_options(wasl_options INTERFACE -pthread)
target_link_options(wasl_options INTERFACE -pthread)
if(WASL_SANITIZE)
  target_compile_options(wasl_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(wasl_options INTERFACE -fsanitize=address,undefined)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_link_options(wasl_options INTERFACE -fuse-ld=lld)
endif()

# Replaces the sources of a target, in `list`, by files that include several of them (WASL_TOGETHER): headers, and the
# templates that are made of them, are then read and made once for all. So the names inside files of one target are
# told apart. CMake's own UNITY_BUILD writes the tree's place into such files, and ccache would know them in one clone.
function(wasl_compile_together list target)
  if(NOT WASL_TOGETHER)
    return()
  endif()
  math(EXPR half "${WASL_TOGETHER} / 2")
  set(parts "")
  set(number 0)
  set(bytes 0)
  set(text "")
  foreach(source IN LISTS ${list} ITEMS end)
    if(EXISTS ${source})
      file(SIZE ${source} size)
      math(EXPR bytes "${bytes} + ${size}")
      file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${source})
      string(APPEND text "#include \"${name}\"\n")
    endif()
    # A name cuts, not a sum of sizes alone: a new file changes the part that it joins and no other.
    string(MD5 sign "${name}")
    if(text AND (source STREQUAL "end" OR bytes GREATER WASL_TOGETHER
        OR (bytes GREATER half AND sign MATCHES "^[0-3]")))
      set(part ${CMAKE_BINARY_DIR}/together/${target}_${number}.cpp)
      file(CONFIGURE OUTPUT ${part} CONTENT "${text}" @ONLY)
      list(APPEND parts ${part})
      math(EXPR number "${number} + 1")
      set(bytes 0)
      set(text "")
    endif()
  endforeach()
  set(${list} ${parts} PARENT_SCOPE)
endfunction()

# What is written for a library waits for all that the library is linked with, and what includes it waits for that; but
# what two targets ask for waits for what both wait for alone. So one that waits for nothing asks for it, too.
function(wasl_make_early target what)
  add_custom_target(${target}_${what} DEPENDS ${ARGN})
endfunction()

# messages/LANGUAGE.po of a folder become generated/FOLDER/messages.{hpp,cpp}: a key that is not
# in the Arabic source does not compile.
function(wasl_add_messages target folder)
  file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/messages/*.po)
  if(NOT catalogues)
    return()
  endif()
  set(stem ${CMAKE_BINARY_DIR}/generated/${folder}/messages)
  add_custom_command(OUTPUT ${stem}.hpp ${stem}.cpp
    COMMAND wasl_messages ${CMAKE_SOURCE_DIR}/${folder} ${folder} ${stem}
    DEPENDS wasl_messages ${catalogues} VERBATIM)
  target_sources(${target} PRIVATE ${stem}.cpp ${stem}.hpp)
  wasl_make_early(${target} messages ${stem}.cpp ${stem}.hpp)
endfunction()

# schema/NNNN_name.sql of a folder become generated/FOLDER/schema.hpp (one constant array).
function(wasl_add_schema target folder)
  file(GLOB steps CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/schema/*.sql)
  if(NOT steps)
    return()
  endif()
  set(header ${CMAKE_BINARY_DIR}/generated/${folder}/schema.hpp)
  add_custom_command(OUTPUT ${header}
    COMMAND wasl_embed schema ${folder} ${header} ${steps}
    DEPENDS wasl_embed ${steps} VERBATIM)
  target_sources(${target} PRIVATE ${header})
  wasl_make_early(${target} schema ${header})
endfunction()

# data/* of a folder, and of its subfolders, become generated/FOLDER/data.hpp (one constant array of
# names and texts), in the namespace of the folder's name or of a third argument.
function(wasl_add_data target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/data/*)
  if(NOT files)
    return()
  endif()
  set(header ${CMAKE_BINARY_DIR}/generated/${folder}/data.hpp)
  set(space ${folder} ${ARGN})
  list(GET space -1 space)
  add_custom_command(OUTPUT ${header}
    COMMAND wasl_embed files ${space} ${header} ${files}
    DEPENDS wasl_embed ${files} VERBATIM)
  target_sources(${target} PRIVATE ${header})
  wasl_make_early(${target} data ${header})
endfunction()

# wasl_add_folder(kernel) / wasl_add_folder(platform/http LINK ...): library `platform_http` of all
# *.cpp in it and in its subfolders other than tests/; program `platform_http_tests` of tests/*.cpp.
function(wasl_add_folder folder)
  cmake_parse_arguments(arg "" "HEADERS" "LINK;TEST_LINK" ${ARGN})
  string(REPLACE "/" "_" target ${folder})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/${folder}/(.*/)?tests/")
  wasl_compile_together(sources ${target})
  add_library(${target} STATIC ${sources} ${CMAKE_SOURCE_DIR}/cmake/anchor.cpp)
  target_link_libraries(${target} PUBLIC wasl_options ${arg_LINK})
  wasl_add_messages(${target} ${folder})
  wasl_add_schema(${target} ${folder})
  wasl_add_data(${target} ${folder})
  if(arg_HEADERS)
    wasl_compile_soon(${target})
    target_precompile_headers(${target} REUSE_FROM ${arg_HEADERS})
  elseif(folder STREQUAL "kernel")
    target_precompile_headers(${target} PRIVATE <cmake/pch.hpp>)
  else()
    target_precompile_headers(${target} REUSE_FROM kernel)
  endif()
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/tests/*.cpp)
  if(WASL_TESTS AND tests)
    set(house "")
    if(arg_HEADERS)
      set(house HOUSE)
    endif()
    wasl_add_test_program(${target}_tests ${house} SOURCES ${tests} LINK ${target} ${arg_TEST_LINK})
  endif()
endfunction()

# Headers compiled once, of which others make use; a library because they belong to a target.
function(wasl_add_headers name file)
  add_library(${name} STATIC ${CMAKE_SOURCE_DIR}/cmake/anchor.cpp)
  target_link_libraries(${name} PUBLIC wasl_options ${ARGN})
  target_precompile_headers(${name} PRIVATE <${file}>)
  wasl_compile_soon(${name})
endfunction()

# Under the sanitizers two thirds of compiling is optimising. That is worth it for the rows below the modules, which
# do the work of every test; what is not optimised away is also seen by them (a reference to what is gone).
function(wasl_compile_soon target)
  if(WASL_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# Tests run from the root of the source tree, so that they read their tables where they stand.
function(wasl_add_test_program name)
  cmake_parse_arguments(arg "HOUSE" "" "SOURCES;LINK" ${ARGN})
  wasl_compile_together(arg_SOURCES ${name})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
  wasl_compile_soon(${name})
  if(arg_HOUSE)
    target_precompile_headers(${name} REUSE_FROM house_tests_headers)
  else()
    target_precompile_headers(${name} REUSE_FROM tests_headers)
  endif()
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  # What leaks in libraries alone is known (tests/leaks.txt), whoever runs ctest.
  set_tests_properties(${name} PROPERTIES TIMEOUT 600
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks.txt:print_suppressions=0")
endfunction()

# wasl_add_fuzzer(multipart SOURCES ... LINK ...): tests/fuzz/multipart.cpp, asked by libFuzzer for a minute,
# beside the other tests. SOURCES are what is tried, compiled once more so that the fuzzer sees its ways
# through them. What it found in former runs stays in build/.../fuzz, with what went wrong.
function(wasl_add_fuzzer name)
  if(NOT WASL_TESTS OR NOT WASL_SANITIZE OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_SOURCE_DIR}/)
  add_executable(fuzz_${name} ${CMAKE_SOURCE_DIR}/tests/fuzz/${name}.cpp ${arg_SOURCES})
  target_link_libraries(fuzz_${name} PRIVATE ${arg_LINK})
  target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  set(kept ${CMAKE_BINARY_DIR}/fuzz/${name})
  file(MAKE_DIRECTORY ${kept}/corpus)
  add_test(NAME fuzz_${name} COMMAND fuzz_${name} -max_total_time=60 -timeout=10 -rss_limit_mb=1024
    -max_len=4096 -verbosity=0 -artifact_prefix=${kept}/ ${kept}/corpus)
  set_tests_properties(fuzz_${name} PROPERTIES TIMEOUT 300)
endfunction()

# The rows of the house, lowest first. Modules come from modules/map.txt: `name : name name`.
macro(wasl_add_house)
  if(WASL_TESTS)
    wasl_add_headers(tests_headers cmake/pch_tests.hpp GTest::gtest)
    wasl_add_headers(house_tests_headers cmake/pch_house_tests.hpp GTest::gtest modules_people)
  endif()
  wasl_add_headers(house_headers cmake/pch_house.hpp modules_people)
  include(cmake/house.cmake)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/modules/map.txt)
  file(STRINGS modules/map.txt lines REGEX "^[a-z]")
  set(WASL_MODULES "")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^([a-z_]+)[ ]*:(.*)$" matched "${line}")
    set(name ${CMAKE_MATCH_1})
    string(REGEX MATCHALL "[a-z_]+" known "${CMAKE_MATCH_2}")
    list(TRANSFORM known PREPEND modules_)
    # What the two lowest are made of stands in the headers of the others.
    set(headers "")
    if(NOT name MATCHES "^(directory|people)$")
      set(headers HEADERS house_headers)
    endif()
    wasl_add_folder(modules/${name} ${headers} LINK ${known} ${WASL_PLATFORM} ${WASL_${name}_LIBRARIES}
      TEST_LINK ${WASL_TEST_HELPERS})
    list(APPEND WASL_MODULES modules_${name})
  endforeach()
endmacro()
