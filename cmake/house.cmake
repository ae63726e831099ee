# Kernel and platform, in the order in which they may know one another.
wasl_add_folder(kernel LINK PkgConfig::icu ${STEMMER_LIBRARY})
wasl_add_data(kernel kernel/text lexis)
wasl_add_folder(platform/log LINK kernel spdlog::spdlog fmt::fmt)
wasl_add_folder(platform/clock LINK kernel PkgConfig::icu)
wasl_add_folder(platform/i18n LINK kernel platform_clock PkgConfig::icu Boost::json)
wasl_add_folder(platform/db LINK kernel platform_log PkgConfig::sqlite PkgConfig::libpq Threads::Threads TEST_LINK tests_support)
wasl_add_folder(platform/journal LINK platform_db PkgConfig::sodium Boost::json TEST_LINK tests_support)
wasl_add_folder(platform/files LINK kernel platform_i18n PkgConfig::magic PkgConfig::deflate OpenSSL::Crypto)
wasl_add_folder(platform/jobs LINK platform_db platform_clock platform_log TEST_LINK tests_support)
wasl_add_folder(platform/html LINK kernel platform_i18n TEST_LINK PkgConfig::gumbo)
wasl_add_folder(platform/http LINK kernel platform_db platform_html platform_i18n platform_log platform_clock
  platform_files PkgConfig::sodium PkgConfig::deflate PkgConfig::brotli prometheus-cpp::core Boost::headers Boost::json CURL::libcurl Threads::Threads)
wasl_add_folder(platform/search LINK kernel)
wasl_add_folder(platform/pdf LINK kernel platform_i18n PkgConfig::pangocairo PkgConfig::qrencode)
wasl_add_folder(platform/mail LINK kernel platform_log CURL::libcurl)
wasl_add_folder(platform/config LINK kernel)
# The mathematics of juries: beside the platform, on the kernel alone (docs/decisions/0008).
wasl_add_folder(judging LINK kernel)
target_link_libraries(judging PRIVATE PkgConfig::eigen)
# A published table is computed again by others: no multiply-add that only some processors have.
target_compile_options(judging PRIVATE -ffp-contract=off)
set_target_properties(judging PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)  # they were made without it
if(WASL_TESTS)
  file(GLOB judging_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/judging/*.cpp)
  wasl_add_test_program(judging_tests SOURCES ${judging_tests} LINK judging)
endif()
set(WASL_PLATFORM platform_http platform_html platform_i18n platform_db platform_journal platform_files
  platform_jobs platform_search platform_pdf platform_mail platform_clock platform_log platform_config)
if(WASL_TESTS)
  wasl_add_folder(tests/support LINK ${WASL_PLATFORM} PkgConfig::gumbo)
  set(WASL_TEST_HELPERS tests_support PkgConfig::gumbo)
endif()
# Libraries that one module alone needs.
set(WASL_people_LIBRARIES PkgConfig::sodium OpenSSL::Crypto PkgConfig::qrencode Boost::json)
set(WASL_procedures_LIBRARIES PkgConfig::xlsxwriter PkgConfig::pugixml PkgConfig::archive Boost::json)
set(WASL_dossiers_LIBRARIES PkgConfig::sodium)
set(WASL_notices_LIBRARIES CURL::libcurl PkgConfig::sodium Boost::json)
set(WASL_reports_LIBRARIES CURL::libcurl PkgConfig::sodium PkgConfig::pugixml PkgConfig::jpeg PkgConfig::png Boost::json)
