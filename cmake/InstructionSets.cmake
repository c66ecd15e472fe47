# SPDX-License-Identifier: Apache-2.0
# The tokenizer is compiled once for each instruction set; src/html/parser.c chooses at run time.

set(PITH_TOKENIZER ${PROJECT_SOURCE_DIR}/src/html/tokenizer.c)
set(PITH_ISA_scalar_FLAGS "")
set(PITH_ISA_sse2_FLAGS "")
set(PITH_ISA_avx2_FLAGS -mavx2 -mbmi -mbmi2 -mlzcnt -mpopcnt)
set(PITH_ISA_neon_FLAGS "")

if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  set(PITH_ISAS scalar sse2 avx2)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
  set(PITH_ISAS scalar neon)
else()
  set(PITH_ISAS scalar)
endif()

list(REMOVE_ITEM PITH_SOURCES ${PITH_TOKENIZER})
set(PITH_ISA_DEFINITIONS "")
foreach(isa ${PITH_ISAS})
  string(TOUPPER ${isa} upper)
  add_library(pith_tokenizer_${isa} OBJECT ${PITH_TOKENIZER})
  target_compile_definitions(pith_tokenizer_${isa} PRIVATE PITH_ISA=${isa} PITH_ISA_${upper}=1)
  target_compile_options(pith_tokenizer_${isa} PRIVATE ${PITH_ISA_${isa}_FLAGS})
  target_link_libraries(pith_tokenizer_${isa} PRIVATE pith_options)
  list(APPEND PITH_OBJECTS $<TARGET_OBJECTS:pith_tokenizer_${isa}>)
  list(APPEND PITH_ISA_DEFINITIONS PITH_HAS_${upper}=1)
endforeach()
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/html/parser.c PROPERTIES
  COMPILE_DEFINITIONS "${PITH_ISA_DEFINITIONS}")
