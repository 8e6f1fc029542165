# What `cmake --install` puts where. The program finds its data as ../share/quanze beside its own folder.
install(TARGETS quanze quanze_cli
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules ${PROJECT_SOURCE_DIR}/lists DESTINATION share/quanze)
install(FILES man/quanze.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES man/quanze-ledger.5 man/quanze-letter.5 man/quanze-list.5 man/quanze-task.5 man/quanze-rule.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)

install(FILES http/deploy/quanze.service http/deploy/nginx.conf DESTINATION ${CMAKE_INSTALL_DOCDIR})

file(RELATIVE_PATH QUANZE_PC_TO_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(quanze.pc.in quanze.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/quanze.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
