# Files -> one sorted C table, compiled in: no file is looked for when the program runs.
#
#   quanze_embed(TARGET NAME FOLDER ENDING)   adds to TARGET `const struct asset NAME[]` and `const size_t NAME_count` of all files
#                                             FOLDER/*ENDING, in the order of their names; declared in base/asset.h's manner
#
# Run as a script it writes the table: cmake -DNAME= -DOUT= -DFILES="a;b" -P embed.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  string(REPLACE "|" ";" files "${FILES}")
  set(rows "")
  set(bodies "")
  set(number 0)
  foreach(path IN LISTS files)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR length "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(APPEND bodies "static const unsigned char BYTES_${number}[] = {${bytes}0};\n")
    string(APPEND rows "    {\"${name}\", (const char *)BYTES_${number}, ${length}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(WRITE "${OUT}" "#include <base/asset.h>\n\nextern const struct asset ${NAME}[];\nextern const size_t ${NAME}_count;\n\n${bodies}\n"
    "const struct asset ${NAME}[] = {\n${rows}};\nconst size_t ${NAME}_count = ${number};\n")
  return()
endif()

set(QUANZE_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(quanze_embed target name folder ending)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*${ending})
  list(SORT files)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name}.c)
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DOUT=${out} "-DFILES=${joined}" -P ${QUANZE_EMBED_SCRIPT}
    DEPENDS ${files} ${QUANZE_EMBED_SCRIPT} VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
