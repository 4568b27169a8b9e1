module example.com/two-c-libraries

go 1.26.0

require (
	github.com/confluentinc/confluent-kafka-go/v2 v2.15.1
	github.com/mattn/go-sqlite3 v1.14.53
)
