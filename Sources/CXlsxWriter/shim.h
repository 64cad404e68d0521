// libxlsxwriter, which writes workbooks. Only the module Spreadsheets imports this.
#include <xlsxwriter.h>
