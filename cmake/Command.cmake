# SPDX-License-Identifier: Apache-2.0
# The command `pith`: a client of the public headers, with libpith inside.
file(GLOB PITH_COMMAND_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/*.c)

if(NOT PITH_CURL STREQUAL "OFF")
  if(PITH_CURL STREQUAL "ON")
    set(PITH_CURL_REQUIRED REQUIRED)
  endif()
  find_package(CURL 7.85 ${PITH_CURL_REQUIRED})
endif()
if(CURL_FOUND)
  list(FILTER PITH_COMMAND_SOURCES EXCLUDE REGEX "/fetch_none\\.c$")
else()
  list(FILTER PITH_COMMAND_SOURCES EXCLUDE REGEX "/fetch_curl\\.c$")
endif()

add_executable(pith_command ${PITH_COMMAND_SOURCES})
set_target_properties(pith_command PROPERTIES OUTPUT_NAME pith)
target_compile_definitions(pith_command PRIVATE _POSIX_C_SOURCE=200809L)
target_link_libraries(pith_command PRIVATE pith_static pith_options Threads::Threads)
if(CURL_FOUND)
  target_link_libraries(pith_command PRIVATE CURL::libcurl)
endif()
