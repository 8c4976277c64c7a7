// istiosim answers a table of HTTP requests with what real Envoy does under the configuration
// that real Istio generates from a folder of Kubernetes YAML. No cluster, no container, loopback only.
//
//	istiosim run -envoy PATH DIR...   each DIR holds *.yaml and requests.json
//	istiosim analyze DIR...           all of Istio's analyzers, offline
//	istiosim validate DIR             Istio's admission of each document
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"istio.io/istio/pkg/log"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: istiosim run|analyze|validate [flags] DIR...")
		os.Exit(2)
	}
	if err := command(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func command(name string, args []string) error {
	s := &Sim{pods: newPods(), clients: &Clients{}, envoys: map[string]*Envoy{}}
	fs := flag.NewFlagSet(name, flag.ExitOnError)
	fs.StringVar(&s.bin, "envoy", "envoy", "Envoy binary")
	fs.IntVar(&s.xdsPort, "xds", 15010, "loopback port of the discovery service")
	fs.IntVar(&s.workers, "workers", 8, "requests in flight")
	crds := fs.String("crds", "crds", "folders with the CRDs of Istio and the Gateway API, apart by commas")
	level := fs.String("log", "none", "Istio's log level: none, error, warn, info or debug")
	_ = fs.Parse(args)
	if err := logTo(*level); err != nil {
		return err
	}
	if err := loadSchemas(*crds); err != nil {
		return err
	}
	if err := takeBlock(); err != nil {
		return err
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	switch name {
	case "run":
		return s.runAll(fs.Args(), enc)
	case "validate":
		for _, d := range fs.Args() {
			if err := validate(d, enc); err != nil {
				return err
			}
		}
	case "analyze":
		for _, d := range fs.Args() {
			if err := enc.Encode(analyzed(d)); err != nil {
				return err
			}
		}
	default:
		return fmt.Errorf("istiosim has no command %q: there are run, analyze and validate", name)
	}
	return nil
}

func (s *Sim) runAll(dirs []string, enc *json.Encoder) (err error) {
	if s.tmp, err = os.MkdirTemp("", "istiosim"); err != nil {
		return err
	}
	defer os.RemoveAll(s.tmp)
	defer s.close()
	for _, d := range dirs {
		if err := enc.Encode(s.run(d)); err != nil {
			return err
		}
	}
	return nil
}

func logTo(name string) error {
	levels := map[string]log.Level{"error": log.ErrorLevel, "warn": log.WarnLevel, "info": log.InfoLevel, "debug": log.DebugLevel, "none": log.NoneLevel}
	level, known := levels[name]
	if !known {
		return fmt.Errorf("Istio has no log level %q", name)
	}
	lo := log.DefaultOptions()
	lo.SetDefaultOutputLevel("all", level)
	lo.OutputPaths = []string{"stderr"}
	return log.Configure(lo)
}
