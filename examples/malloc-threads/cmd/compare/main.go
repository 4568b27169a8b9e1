// Runs two programs in turns, with the same arguments, and prints the processor time of the second as a multiple of the
// first's, by the medians of nine turns, for each set of arguments:
//
//	compare first second name='arguments' …
package main

import (
	"encoding/json"
	"log"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

const turns = 9

func main() {
	programs, sets := os.Args[1:3], os.Args[3:]
	ratios := map[string]json.Number{}
	for _, set := range sets {
		name, arguments, _ := strings.Cut(set, "=")
		var seconds [2][]float64
		for range turns {
			for index, program := range programs {
				seconds[index] = append(seconds[index], run(program, strings.Fields(arguments)))
			}
		}
		ratio := median(seconds[1]) / median(seconds[0])
		ratios[name] = json.Number(strconv.FormatFloat(ratio, 'g', 2, 64))
	}
	if err := json.NewEncoder(os.Stdout).Encode(ratios); err != nil {
		log.Fatal(err)
	}
}

func run(program string, arguments []string) float64 {
	command := exec.Command(program, arguments...)
	if err := command.Run(); err != nil {
		log.Fatal(program, ": ", err)
	}
	return (command.ProcessState.UserTime() + command.ProcessState.SystemTime()).Seconds()
}

func median(all []float64) float64 {
	return slices.Sorted(slices.Values(all))[len(all)/2]
}
