/* opcode.h - the instructions of Lua 5.4, for those who read a compiled check.
 *
 * A reader must believe: the numbers are not in Lua's public headers; bytecode_is_as_known looks whether they are right.
 * Source: Lua 5.4 lopcodes.h.
 */
#ifndef RULE_OPCODE_H
#define RULE_OPCODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum opcode {
    OP_MOVE = 0,
    OP_LOADI = 1,
    OP_LOADF = 2,
    OP_LOADK = 3,
    OP_LOADFALSE = 5,
    OP_LFALSESKIP = 6,
    OP_LOADTRUE = 7,
    OP_LOADNIL = 8,
    OP_GETUPVAL = 9,
    OP_SETUPVAL = 10,
    OP_GETTABUP = 11,
    OP_GETTABLE = 12,
    OP_GETI = 13,
    OP_GETFIELD = 14,
    OP_SETTABUP = 15,
    OP_SETTABLE = 16,
    OP_SETI = 17,
    OP_SETFIELD = 18,
    OP_NEWTABLE = 19,
    OP_SELF = 20,
    OP_ADDI = 21,
    OP_ADDK = 22,
    OP_SUBK = 23,
    OP_MULK = 24,
    OP_DIVK = 27,
    OP_ADD = 34,
    OP_SUB = 35,
    OP_MUL = 36,
    OP_DIV = 39,
    OP_MMBIN = 46,
    OP_MMBINK = 48,
    OP_NOT = 51,
    OP_CLOSE = 54,
    OP_TBC = 55,
    OP_JMP = 56,
    OP_EQ = 57,
    OP_LT = 58,
    OP_LE = 59,
    OP_EQK = 60,
    OP_EQI = 61,
    OP_LTI = 62,
    OP_LEI = 63,
    OP_GTI = 64,
    OP_GEI = 65,
    OP_TEST = 66,
    OP_TESTSET = 67,
    OP_CALL = 68,
    OP_TAILCALL = 69,
    OP_RETURN = 70,
    OP_RETURN0 = 71,
    OP_RETURN1 = 72,
    OP_FORLOOP = 73,
    OP_FORPREP = 74,
    OP_TFORPREP = 75,
    OP_TFORCALL = 76,
    OP_TFORLOOP = 77,
    OP_SETLIST = 78,
    OP_CLOSURE = 79,
    OP_VARARG = 80,
    OP_VARARGPREP = 81,
    OP_EXTRAARG = 82
};

static inline enum opcode op_of(uint32_t code) { return (enum opcode)(code & 0x7f); }
static inline unsigned a_of(uint32_t code) { return code >> 7 & 0xff; }
static inline unsigned b_of(uint32_t code) { return code >> 16 & 0xff; }
static inline unsigned c_of(uint32_t code) { return code >> 24; }
static inline unsigned bx_of(uint32_t code) { return code >> 15; }

/* Whether C is a constant and no register. */
static inline bool k_of(uint32_t code) { return (code >> 15 & 1) != 0; }

/* Where a JMP at instruction `at` leads; 0 when it is before the first. */
static inline size_t jump_of(uint32_t code, size_t at) {
    int64_t target = (int64_t)at + 1 + (int64_t)(code >> 7) - 16777215;
    return target < 0 ? 0 : (size_t)target;
}

#endif
