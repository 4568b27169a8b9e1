//go:build ncruces

// Package driver has one SQLite driver, chosen by build tag.
package driver

import _ "github.com/ncruces/go-sqlite3/driver" // SQLite compiled to WebAssembly, translated to Go

// Name is what the driver calls itself in database/sql.
const Name = "sqlite3"

// Package is where it comes from.
const Package = "ncruces/go-sqlite3"
