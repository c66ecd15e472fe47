# SPDX-License-Identifier: Apache-2.0
# Each examples/<name>.c is a program of its own, build/examples/<name>, that
# sees the public headers and the shared library only, as any client does.
file(GLOB PITH_EXAMPLES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/examples/*.c)
foreach(source ${PITH_EXAMPLES})
  get_filename_component(name ${source} NAME_WE)
  add_executable(example_${name} ${source})
  set_target_properties(example_${name} PROPERTIES
    OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/examples)
  target_link_libraries(example_${name} PRIVATE pith_shared pith_link_options Threads::Threads)
endforeach()
