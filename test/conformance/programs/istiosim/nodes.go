package main

import (
	"fmt"
	"strings"

	corev1 "k8s.io/api/core/v1"
)

// Node is one Envoy that requests can enter: a gateway (router) or a client's sidecar.
type Node struct {
	Key       string // "gateway", "gateway:NS/NAME" or "mesh:NS/WORKLOAD"
	Type      string // router | sidecar
	Name      string
	Namespace string
	IP        string
	Labels    map[string]string

	service *corev1.Service // in front of a router
}

// ID is the name under which Istio knows the node.
func (n *Node) ID() string {
	return fmt.Sprintf("%s~%s~%s.%s~%s.svc.cluster.local", n.Type, n.IP, n.Name, n.Namespace, n.Namespace)
}

// client returns the node for a request's "from", making a bare client pod when no workload has that name.
func (b *Bundle) client(from string) (*Node, error) {
	if n := b.Nodes[from]; n != nil {
		return n, nil
	}
	rest, ok := strings.CutPrefix(from, "mesh:")
	if !ok {
		return nil, fmt.Errorf("no gateway %q in this folder", from)
	}
	ns, w, ok := strings.Cut(rest, "/")
	if !ok {
		return nil, fmt.Errorf("want mesh:NAMESPACE/WORKLOAD, got %q", from)
	}
	h := 0
	for _, c := range from {
		h = (h*31 + int(c)) % 60000
	}
	n := &Node{Key: from, Type: "sidecar", Name: w + "-0", Namespace: ns, IP: address(clientAddresses, h), Labels: map[string]string{"app": w}}
	b.Nodes[from] = n
	return n, nil
}

// nodesOf gives the nodes that a table of requests enters, each once.
func (b *Bundle) nodesOf(table []*Request) ([]*Node, error) {
	var nodes []*Node
	known := map[string]bool{}
	for _, r := range table {
		n, err := b.client(r.From)
		if err != nil {
			return nil, err
		}
		if !known[n.ID()] {
			known[n.ID()] = true
			nodes = append(nodes, n)
		}
	}
	return nodes, nil
}

// dial says where a client of this namespace that uses this host name would connect to.
func (b *Bundle) dial(host, ns string) string {
	h := host
	if i := strings.LastIndex(h, ":"); i > 0 {
		h = h[:i]
	}
	for _, c := range []string{h + "." + ns, strings.TrimSuffix(strings.TrimSuffix(h, ".cluster.local"), ".svc"), h} {
		if v := b.VIP[c]; v != "" {
			return v
		}
	}
	return address(externalAddresses, 60000) // nobody listens there: an unknown host that passes through ends in 503
}
