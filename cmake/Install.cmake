# SPDX-License-Identifier: Apache-2.0
# What `make install` lays down, and the files by which other builds find it.
include(CMakePackageConfigHelpers)
set(PITH_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/pith)

install(TARGETS pith_static pith_shared EXPORT pith)
if(TARGET pith_command)
  install(TARGETS pith_command)
endif()
install(DIRECTORY include/pith DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES man/pith.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES man/pith.3 DESTINATION ${CMAKE_INSTALL_MANDIR}/man3)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES completions/pith.bash RENAME pith
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES completions/_pith DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES completions/pith.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# find_package(pith): targets pith::pith (shared) and pith::static.
install(EXPORT pith NAMESPACE pith:: FILE pithTargets.cmake DESTINATION ${PITH_CMAKE_DIR})
configure_package_config_file(cmake/pithConfig.cmake.in
  ${PROJECT_BINARY_DIR}/pithConfig.cmake INSTALL_DESTINATION ${PITH_CMAKE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/pithConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/pithConfig.cmake ${PROJECT_BINARY_DIR}/pithConfigVersion.cmake
  DESTINATION ${PITH_CMAKE_DIR})

# pkg-config: paths relative to the file, so that any prefix at install time is right.
if(IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR} OR IS_ABSOLUTE ${CMAKE_INSTALL_INCLUDEDIR})
  set(PITH_PC_PREFIX ${CMAKE_INSTALL_PREFIX})
  set(PITH_PC_LIBDIR ${CMAKE_INSTALL_FULL_LIBDIR})
  set(PITH_PC_INCLUDEDIR ${CMAKE_INSTALL_FULL_INCLUDEDIR})
else()
  file(RELATIVE_PATH PITH_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  string(REGEX REPLACE "/$" "" PITH_PC_PREFIX "\${pcfiledir}/${PITH_PC_PREFIX}")
  set(PITH_PC_LIBDIR "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
  set(PITH_PC_INCLUDEDIR "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
configure_file(cmake/pith.pc.in ${PROJECT_BINARY_DIR}/pith.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/pith.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
