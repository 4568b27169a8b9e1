// Command app sends a message to a Kafka cluster that librdkafka plays in memory, and keeps its offset in SQLite.
package main

import (
	"database/sql"
	"fmt"
	"log"

	"github.com/confluentinc/confluent-kafka-go/v2/kafka" // librdkafka in C, compiled
	"github.com/mattn/go-sqlite3"                          // SQLite in C, as source
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("app: ")
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	offset, err := send("orders", "created")
	if err != nil {
		return err
	}
	database, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		return err
	}
	defer database.Close()
	var kept int64
	if err := database.QueryRow("SELECT ?", offset).Scan(&kept); err != nil {
		return err
	}
	_, librdkafka := kafka.LibraryVersion()
	sqlite, _, _ := sqlite3.Version()
	_, err = fmt.Printf("librdkafka %s sent to offset %d, SQLite %s kept it\n", librdkafka, kept, sqlite)
	return err
}

// send returns the offset of the only message in the topic.
func send(topic, value string) (int64, error) {
	cluster, err := kafka.NewMockCluster(1)
	if err != nil {
		return 0, err
	}
	defer cluster.Close()
	producer, err := kafka.NewProducer(&kafka.ConfigMap{"bootstrap.servers": cluster.BootstrapServers()})
	if err != nil {
		return 0, err
	}
	defer producer.Close()
	confirmed := make(chan kafka.Event, 1)
	message := kafka.Message{TopicPartition: kafka.TopicPartition{Topic: &topic}, Value: []byte(value)}
	if err := producer.Produce(&message, confirmed); err != nil {
		return 0, err
	}
	switch event := (<-confirmed).(type) {
	case *kafka.Message:
		return int64(event.TopicPartition.Offset), event.TopicPartition.Error
	default:
		return 0, fmt.Errorf("unexpected event %v", event)
	}
}
