// The C client library of PostgreSQL. Only the module LibPQ imports this.
#include <libpq-fe.h>
