// libxlsxwriter, which writes workbooks. Only the module Spreadsheets imports this.
//
// The library is opened when the first workbook is written: every other start would pay for it, and a
// machine that lacks it can do all else.
#include <dlfcn.h>
#include <xlsxwriter.h>

// The file of the library whose header this is.
static inline const char *xlsx_library(void) {
#ifdef __APPLE__
    return "libxlsxwriter." LXW_SOVERSION ".dylib";
#else
    return "libxlsxwriter.so." LXW_SOVERSION;
#endif
}

// The functions that are used.
struct xlsx_functions {
    __typeof__(&workbook_new_opt) workbook_new_opt;
    __typeof__(&workbook_add_worksheet) workbook_add_worksheet;
    __typeof__(&workbook_add_format) workbook_add_format;
    __typeof__(&workbook_close) workbook_close;
    __typeof__(&lxw_workbook_free) lxw_workbook_free;
    __typeof__(&lxw_strerror) lxw_strerror;
    __typeof__(&worksheet_write_number) worksheet_write_number;
    __typeof__(&worksheet_write_string) worksheet_write_string;
    __typeof__(&worksheet_write_boolean) worksheet_write_boolean;
    __typeof__(&worksheet_write_datetime) worksheet_write_datetime;
    __typeof__(&worksheet_set_column) worksheet_set_column;
    __typeof__(&worksheet_autofilter) worksheet_autofilter;
    __typeof__(&worksheet_freeze_panes) worksheet_freeze_panes;
    __typeof__(&worksheet_ignore_errors) worksheet_ignore_errors;
    __typeof__(&format_set_bold) format_set_bold;
    __typeof__(&format_set_bottom) format_set_bottom;
    __typeof__(&format_set_num_format) format_set_num_format;
};

// Finds the functions; false where the library, or one of them, is not there.
static inline _Bool xlsx_load(struct xlsx_functions *found) {
    void *library = dlopen(xlsx_library(), RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
#define XLSX_FIND(name) ((found->name = (__typeof__(&name))dlsym(library, #name)) != 0)
    return XLSX_FIND(workbook_new_opt) && XLSX_FIND(workbook_add_worksheet)
        && XLSX_FIND(workbook_add_format) && XLSX_FIND(workbook_close)
        && XLSX_FIND(lxw_workbook_free) && XLSX_FIND(lxw_strerror)
        && XLSX_FIND(worksheet_write_number) && XLSX_FIND(worksheet_write_string)
        && XLSX_FIND(worksheet_write_boolean) && XLSX_FIND(worksheet_write_datetime)
        && XLSX_FIND(worksheet_set_column) && XLSX_FIND(worksheet_autofilter)
        && XLSX_FIND(worksheet_freeze_panes) && XLSX_FIND(worksheet_ignore_errors)
        && XLSX_FIND(format_set_bold) && XLSX_FIND(format_set_bottom)
        && XLSX_FIND(format_set_num_format);
#undef XLSX_FIND
}
