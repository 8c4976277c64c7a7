// istiosim answers a table of HTTP requests with what real Envoy does under the configuration
// that real Istio generates from a folder of Kubernetes YAML. No cluster, no container, loopback only.
//
//	istiosim run   -envoy PATH DIR...      each DIR holds *.yaml and requests.json
//	istiosim analyze DIR...                all of Istio's analyzers, offline
//	istiosim serve -envoy PATH -http ADDR  POST /run?dir=DIR with an optional table as body
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/log"
	"sigs.k8s.io/yaml"
)

type Sim struct {
	bin, tmp string
	xdsPort  int
	workers  int
	fresh    bool
	full     bool
	pilot    *Pilot
	pods     *Pods
	clients  *Clients
	envoys   map[string]*Envoy
}

type Result struct {
	Dir       string                    `json:"dir"`
	Error     string                    `json:"error,omitempty"`
	Rejected  []string                  `json:"rejected,omitempty"`
	Warnings  []string                  `json:"warnings,omitempty"`
	Seconds   map[string]float64        `json:"seconds"`
	Requests  int                       `json:"requests"`
	Answers   []*Answer                 `json:"answers"`
	Endpoints map[string]map[string]int `json:"endpoints"`
}

func (s *Sim) run(dir string, table []*Request) (res *Result) {
	res = &Result{Dir: dir, Seconds: map[string]float64{}}
	t := time.Now()
	lap := func(k string) { res.Seconds[k] = float64(time.Since(t).Milliseconds()) / 1000; t = time.Now() }
	fail := func(err error) *Result { res.Error = err.Error(); return res }
	b, err := load(dir)
	if err != nil {
		return fail(err)
	}
	res.Warnings, res.Rejected = b.Warnings, b.Rejected
	if table == nil {
		raw, err := os.ReadFile(filepath.Join(dir, "requests.json"))
		if err != nil {
			return fail(err)
		}
		if err := json.Unmarshal(raw, &table); err != nil {
			return fail(err)
		}
	}
	var nodes []*Node
	need := map[string]*Node{}
	for _, r := range table {
		n, err := b.client(r.From)
		if err != nil {
			return fail(err)
		}
		if need[n.ID()] == nil {
			need[n.ID()] = n
			nodes = append(nodes, n)
		}
	}
	lap("load")
	if s.pilot != nil {
		s.pilot.close()
		s.pilot = nil
	}
	s.clients.reset()
	for id, e := range s.envoys {
		n := need[id]
		j := ""
		if n != nil {
			x, _ := json.MarshalIndent(bootstrap(n, s.xdsPort), "", " ")
			j = string(x)
		}
		if s.fresh || j != e.node {
			e.stop()
			delete(s.envoys, id)
		}
	}
	lap("stop")
	if err := s.pods.set(b.Backends); err != nil {
		return fail(err)
	}
	for id, n := range need { // Envoys start while pilot does
		if s.envoys[id] == nil {
			if s.envoys[id], err = startEnvoy(s.bin, s.tmp, n, s.xdsPort); err != nil {
				return fail(err)
			}
		}
	}
	if s.pilot, err = startPilot(b, fmt.Sprintf("127.0.0.1:%d", s.xdsPort)); err != nil {
		return fail(err)
	}
	lap("pilot")
	if err := s.pilot.wait(nodes, 30*time.Second); err != nil {
		return fail(err)
	}
	lap("sync")
	res.Answers, res.Requests = s.clients.ask(b, s.pods, table, s.workers, s.full)
	res.Endpoints = endpoints(b, nodes)
	lap("requests")
	return res
}

func (s *Sim) close() {
	for _, e := range s.envoys {
		e.stop()
	}
	if s.pilot != nil {
		s.pilot.close()
	}
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: istiosim run|serve [flags] DIR...")
		os.Exit(2)
	}
	fs := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	s := &Sim{pods: newPods(), clients: &Clients{}, envoys: map[string]*Envoy{}}
	fs.StringVar(&s.bin, "envoy", "envoy", "Envoy binary")
	fs.StringVar(&s.tmp, "tmp", "", "folder for bootstraps and Envoy logs")
	fs.IntVar(&s.xdsPort, "xds", 15010, "loopback port of the discovery service")
	fs.IntVar(&s.workers, "workers", 8, "requests in flight")
	fs.BoolVar(&s.fresh, "fresh", false, "start Envoy anew for each folder")
	fs.BoolVar(&s.full, "full", false, "report the headers that the pod saw")
	crds := fs.String("crds", "crds", "folders with the CRDs of Istio and the Gateway API, apart by commas")
	addr := fs.String("http", "127.0.0.1:15080", "serve: control address")
	hold := fs.Bool("hold", false, "run: keep the last set up until standard input ends")
	level := fs.String("log", "none", "Istio's log level")
	_ = fs.Parse(os.Args[2:])
	s.clients.reset()
	lo := log.DefaultOptions()
	lo.SetDefaultOutputLevel("all", map[string]log.Level{"error": log.ErrorLevel, "warn": log.WarnLevel, "info": log.InfoLevel, "debug": log.DebugLevel, "none": log.NoneLevel}[*level])
	lo.OutputPaths = []string{"stderr"}
	_ = log.Configure(lo)
	if err := loadSchemas(*crds); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := takeBlock(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if s.tmp == "" {
		s.tmp, _ = os.MkdirTemp("", "istiosim")
		defer os.RemoveAll(s.tmp)
	}
	defer s.close()
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	switch os.Args[1] {
	case "run":
		for _, d := range fs.Args() {
			_ = enc.Encode(s.run(d, nil))
		}
		if *hold {
			_, _ = os.Stdin.Read(make([]byte, 1))
		}
	case "validate":
		for _, d := range fs.Args() {
			validate(d, enc)
		}
	case "analyze":
		for _, d := range fs.Args() {
			t := time.Now()
			f, skipped, err := analyze(d)
			_ = enc.Encode(map[string]any{"dir": d, "error": fmt.Sprint(err), "findings": f, "skipped": skipped, "ms": time.Since(t).Milliseconds()})
		}
	case "serve":
		http.HandleFunc("/run", func(w http.ResponseWriter, r *http.Request) {
			var table []*Request
			if r.ContentLength != 0 && r.Method == http.MethodPost {
				if err := json.NewDecoder(r.Body).Decode(&table); err != nil {
					http.Error(w, err.Error(), http.StatusBadRequest)
					return
				}
			}
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			_ = e.Encode(s.run(r.URL.Query().Get("dir"), table))
		})
		if !strings.HasPrefix(*addr, "127.") {
			fmt.Fprintln(os.Stderr, "loopback only")
			return
		}
		fmt.Fprintln(os.Stderr, "listening on "+*addr+", pid "+strconv.Itoa(os.Getpid()))
		_ = http.ListenAndServe(*addr, nil)
	}
}

func validate(dir string, enc *json.Encoder) {
	all, err := docs(dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	for i, u := range all {
		if u.GetNamespace() == "" {
			u.SetNamespace("default")
		}
		out := map[string]any{"i": i}
		if err := schemas.ValidateCustomResource(u); err != nil {
			out["error"], out["by"] = err.Error(), "crd"
		} else if istioGroups[u.GroupVersionKind().Group] {
			y, _ := yaml.Marshal(u.Object)
			cs, _, err := crd.ParseInputs(string(y))
			if err != nil {
				out["error"], out["by"] = err.Error(), "istio"
			}
			for _, c := range cs {
				if s, ok := collections.Pilot.FindByGroupVersionKind(c.GroupVersionKind); ok {
					if w, _ := s.ValidateConfig(c); w != nil {
						out["warning"] = w.Error()
					}
				}
			}
		}
		_ = enc.Encode(out)
	}
}
