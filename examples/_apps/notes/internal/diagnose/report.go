package diagnose

import (
	"crypto/x509"
	"os"
	"os/user"
	"runtime"
	"time"
)

// Report is what a minimal image may lack, and how the program was built.
type Report struct {
	UID         int               `json:"uid"`
	GID         int               `json:"gid"`
	User        string            `json:"user"`
	Home        string            `json:"home"`
	SystemRoots int               `json:"systemRoots"`
	NewYork     string            `json:"noonUTCInNewYork"`
	Platform    string            `json:"platform"`
	Go          string            `json:"go"`
	Build       map[string]string `json:"build"`
	Missing     []string          `json:"missing"`
}

// TakeReport looks around. What it does not find becomes a line in Missing.
func TakeReport() Report {
	report := Report{
		UID:      os.Getuid(),
		GID:      os.Getgid(),
		Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Go:       runtime.Version(),
		Build:    buildSettings(),
		Missing:  []string{},
	}
	for _, look := range []func(*Report) error{lookAtUser, lookAtRoots, lookAtTimeZones} {
		if err := look(&report); err != nil {
			report.Missing = append(report.Missing, err.Error())
		}
	}
	return report
}

func lookAtUser(report *Report) error {
	current, err := user.Current()
	if err != nil {
		return err
	}
	report.User, report.Home = current.Username, current.HomeDir
	return nil
}

func lookAtRoots(report *Report) error {
	pool, err := x509.SystemCertPool()
	if err != nil {
		return err
	}
	// Subjects is deprecated because other systems keep their roots elsewhere; on Linux it lists them all.
	report.SystemRoots = len(pool.Subjects())
	if report.SystemRoots == 0 {
		return x509.SystemRootsError{}
	}
	return nil
}

func lookAtTimeZones(report *Report) error {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		return err
	}
	noon := time.Date(2026, time.July, 1, 12, 0, 0, 0, time.UTC)
	report.NewYork = noon.In(zone).Format("15:04 MST")
	return nil
}
