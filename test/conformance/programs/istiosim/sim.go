package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Sim answers one folder after the other; Envoys that the next folder needs as well go on running.
type Sim struct {
	bin, tmp string
	xdsPort  int
	workers  int
	pilot    *Pilot
	pods     *Pods
	clients  *Clients
	envoys   map[string]*Envoy // by node
}

// Result is what came of one folder.
type Result struct {
	Dir      string             `json:"dir"`
	Error    string             `json:"error,omitempty"`
	Rejected []string           `json:"rejected,omitempty"`
	Warnings []string           `json:"warnings,omitempty"`
	Seconds  map[string]float64 `json:"seconds"`
	Requests int                `json:"requests"`
	Answers  []*Answer          `json:"answers"`
}

// run answers the folder's requests.json. Whatever goes wrong is this folder's answer.
func (s *Sim) run(dir string) (res *Result) {
	res = &Result{Dir: dir, Seconds: map[string]float64{}}
	defer func() {
		if r := recover(); r != nil {
			res.Error = fmt.Sprintf("panic: %v", r)
		}
	}()
	if err := s.answer(dir, res); err != nil {
		res.Error = err.Error()
	}
	return res
}

func (s *Sim) answer(dir string, res *Result) error {
	began := time.Now()
	lap := func(part string) {
		res.Seconds[part] = float64(time.Since(began).Milliseconds()) / 1000
		began = time.Now()
	}
	b, err := load(dir)
	if err != nil {
		return err
	}
	res.Warnings, res.Rejected = b.Warnings, b.Rejected
	table, err := readTable(dir)
	if err != nil {
		return err
	}
	nodes, err := b.nodesOf(table)
	if err != nil {
		return err
	}
	lap("load")
	if err := s.start(b, nodes); err != nil {
		return err
	}
	lap("start")
	if err := s.pilot.wait(nodes, 30*time.Second); err != nil {
		return err
	}
	lap("sync")
	res.Answers, res.Requests = s.clients.ask(b, s.pods, table, s.workers)
	lap("requests")
	return nil
}

func readTable(dir string) ([]*Request, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "requests.json"))
	if err != nil {
		return nil, err
	}
	var table []*Request
	return table, json.Unmarshal(raw, &table)
}

// start puts pods, Envoys and Istio in place of those of the last folder.
func (s *Sim) start(b *Bundle, nodes []*Node) error {
	if s.pilot != nil {
		s.pilot.close()
		s.pilot = nil
	}
	s.clients.reset()
	if err := s.pods.set(b.Backends); err != nil {
		return err
	}
	if err := s.startEnvoys(nodes); err != nil { // they start while Istio does
		return err
	}
	pilot, err := startPilot(b, fmt.Sprintf("127.0.0.1:%d", s.xdsPort))
	s.pilot = pilot
	return err
}

// startEnvoys ends those that nobody needs any more, and starts those that are missing.
func (s *Sim) startEnvoys(nodes []*Node) error {
	need := map[string]string{}
	for _, n := range nodes {
		need[n.ID()] = bootstrap(n, s.xdsPort)
	}
	for id, e := range s.envoys {
		if need[id] != e.bootstrap {
			e.stop()
			delete(s.envoys, id)
		}
	}
	for _, n := range nodes {
		if s.envoys[n.ID()] != nil {
			continue
		}
		e, err := startEnvoy(s.bin, filepath.Join(s.tmp, n.Namespace+"."+n.Name+".json"), need[n.ID()])
		if err != nil {
			return err
		}
		s.envoys[n.ID()] = e
	}
	return nil
}

func (s *Sim) close() {
	for _, e := range s.envoys {
		e.stop()
	}
	if s.pilot != nil {
		s.pilot.close()
	}
}
