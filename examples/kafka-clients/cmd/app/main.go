// Command app starts the Kafka cluster that the client library brings for tests, sends it messages over loopback and
// reads them back.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"time"

	"example.com/kafka-clients/internal/client"
)

const topic = "orders"

func main() {
	log.SetFlags(0)
	log.SetPrefix("app: ")
	host := "127.0.0.1"
	if len(os.Args) > 1 {
		host = os.Args[1]
	}
	if err := run(host); err != nil {
		log.Fatal(err)
	}
}

// run reaches the cluster under the name host, which must lead to 127.0.0.1.
func run(host string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	address, stop, err := client.StartCluster(topic)
	if err != nil {
		return fmt.Errorf("start a cluster: %w", err)
	}
	defer stop()
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return err
	}
	broker := net.JoinHostPort(host, port)

	sent := []string{"created", "paid", "shipped"}
	if err := client.Produce(ctx, broker, topic, sent); err != nil {
		return fmt.Errorf("produce: %w", err)
	}
	received, err := client.Consume(ctx, broker, topic, len(sent))
	if err != nil {
		return fmt.Errorf("consume: %w", err)
	}
	fmt.Println(client.Library)
	for _, message := range received {
		fmt.Printf("%s %d: %s\n", topic, message.Offset, message.Value)
	}
	return nil
}
