// Command compare runs commands in turns and prints what each costs in processor time, as a ratio to the first one, whose
// own milliseconds stand under "ms":
//
//	compare [-turns 5] [-total] name='command' …
//
// A command prints its seconds by step, as a JSON object; with -total it is taken as a whole, with all that it starts.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// turns has the seconds of each turn, by step.
type turns map[string][]float64

func main() {
	log.SetFlags(0)
	log.SetPrefix("compare: ")
	count := flag.Int("turns", 5, "how often each command is run")
	total := flag.Bool("total", false, "take a command as a whole")
	flag.Parse()
	measured := make([]turns, flag.NArg())
	for range *count {
		for index, argument := range flag.Args() {
			_, command, _ := strings.Cut(argument, "=")
			spent, err := run(command, *total)
			if err != nil {
				log.Fatalf("%s: %v", command, err)
			}
			if measured[index] == nil {
				measured[index] = turns{}
			}
			for step, seconds := range spent {
				measured[index][step] = append(measured[index][step], seconds)
			}
		}
	}
	ratios := map[string]map[string]json.Number{}
	for index, argument := range flag.Args() {
		name, _, _ := strings.Cut(argument, "=")
		ratios[name] = map[string]json.Number{}
		for step, all := range measured[index] {
			ratios[name][step] = short(median(all) / median(measured[0][step]))
		}
	}
	ratios["ms"] = map[string]json.Number{}
	for step, all := range measured[0] {
		ratios["ms"][step] = short(median(all) * 1e3)
	}
	if err := json.NewEncoder(os.Stdout).Encode(ratios); err != nil {
		log.Fatal(err)
	}
}

func run(command string, total bool) (map[string]float64, error) {
	shell := exec.Command("sh", "-c", command)
	shell.Stderr = os.Stderr
	output, err := shell.Output()
	if err != nil {
		return nil, err
	}
	if total {
		spent := shell.ProcessState.UserTime() + shell.ProcessState.SystemTime()
		return map[string]float64{"total": spent.Seconds()}, nil
	}
	spent := map[string]float64{}
	if err := json.Unmarshal(output, &spent); err != nil {
		return nil, fmt.Errorf("%q: %w", output, err)
	}
	return spent, nil
}

func median(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// short keeps two digits that count, and all before the point.
func short(value float64) json.Number {
	digits := 2
	if value >= 99.5 {
		value, digits = math.Round(value), -1
	}
	return json.Number(strconv.FormatFloat(value, 'g', digits, 64))
}
