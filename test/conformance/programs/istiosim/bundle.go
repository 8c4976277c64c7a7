package main

import (
	"fmt"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"

	"istio.io/istio/pkg/config"
)

// Bundle is one folder of YAML turned into what the in-process pilot needs.
type Bundle struct {
	Kube     []runtime.Object
	Configs  []config.Config
	Rejected []string // what Istio's admission webhook would refuse, with its words
	Backends []*Backend
	Nodes    map[string]*Node
	VIP      map[string]string // host -> address that a client would connect to
	Warnings []string
}

// Backend is one pod (or external endpoint) that answers HTTP on a loopback address.
type Backend struct {
	Name, Namespace, Workload, Version, IP string
	Ports                                  map[int]bool
}

// loader gathers a Bundle: first from each document, then from what documents say together.
type loader struct {
	*Bundle
	podIPs, serviceIPs, nodeIPs, externalIPs ipPool

	seen       map[string]bool // identities
	namespaces map[string]bool // every one that is named; true for those that the set has itself
	workloads  []*workload
	templates  map[string]corev1.PodTemplateSpec // of PodTemplates
	gateways   []gateway
	services   []*corev1.Service
	pods       []*corev1.Pod
	podNames   map[string]bool
	byIP       map[string]*Backend
}

func load(paths ...string) (*Bundle, error) {
	all, err := docs(paths...)
	if err != nil {
		return nil, err
	}
	l := &loader{
		Bundle: &Bundle{Nodes: map[string]*Node{}, VIP: map[string]string{}},
		podIPs: ipPool{kind: podAddresses}, serviceIPs: ipPool{kind: serviceAddresses},
		nodeIPs: ipPool{kind: gatewayAddresses}, externalIPs: ipPool{kind: externalAddresses},
		seen: map[string]bool{}, namespaces: map[string]bool{"istio-system": false}, templates: map[string]corev1.PodTemplateSpec{},
		podNames: map[string]bool{}, byIP: map[string]*Backend{},
	}
	for _, u := range all {
		if err := l.add(u); err != nil {
			return nil, err
		}
	}
	l.addWorkloadPods()
	l.addRouters()
	l.addSidecars()
	l.addServices()
	l.addNamespaces()
	return l.Bundle, nil
}

// add takes one document.
func (l *loader) add(u *unstructured.Unstructured) error {
	gvk := u.GroupVersionKind()
	if u.GetNamespace() == "" && gvk.Kind != "Namespace" && gvk.Kind != "GatewayClass" {
		u.SetNamespace("default")
	}
	ns := u.GetNamespace()
	if ns != "" {
		l.namespaces[ns] = l.namespaces[ns]
	}
	if err := l.once(gvk.Group, gvk.Kind, ns, u.GetName()); err != nil {
		return err
	}
	if strings.Contains(gvk.Group, ".") && gvk.Group != "argoproj.io" {
		if err := schemas.ValidateCustomResource(u); err != nil {
			l.Rejected = append(l.Rejected, err.Error())
			return nil
		}
	}
	switch {
	case istioGroups[gvk.Group]:
		return l.addIstio(u)
	case gvk.Group == "apps" || gvk.Group == "argoproj.io" && gvk.Kind == "Rollout":
		return l.addWorkload(u)
	case gvk.Group == "gateway.networking.k8s.io":
		return l.addGatewayAPI(u)
	case gvk.Group == "":
		return l.addCore(u)
	case gvk.Group == "discovery.k8s.io":
		l.Warnings = append(l.Warnings, "EndpointSlice "+ns+"/"+u.GetName()+" ignored: slices are made from Services and Pods")
	default:
		l.Warnings = append(l.Warnings, gvk.Kind+" "+ns+"/"+u.GetName()+" has no part in routing: ignored")
	}
	return nil
}

// once notes an identity. The same one twice would not say what holds: an API server takes the one that is applied last.
func (l *loader) once(group, kind, ns, name string) error {
	id := strings.Trim(ns+"/"+name, "/")
	if l.seen[group+" "+kind+" "+id] {
		return fmt.Errorf("%s %s is there twice", kind, id)
	}
	l.seen[group+" "+kind+" "+id] = true
	return nil
}

func (l *loader) addCore(u *unstructured.Unstructured) error {
	o, err := typed(u)
	if err != nil {
		return err
	}
	switch x := o.(type) {
	case *corev1.Service:
		l.services = append(l.services, x)
	case *corev1.Pod:
		l.addPod(x.Namespace, x.Name, x.Name, corev1.PodTemplateSpec{ObjectMeta: x.ObjectMeta, Spec: x.Spec})
	case *corev1.PodTemplate:
		l.templates[x.Namespace+"/"+x.Name] = x.Template
	case *corev1.Namespace:
		l.namespaces[x.Name] = true
		l.Kube = append(l.Kube, o)
	case *corev1.Secret, *corev1.ConfigMap:
		l.Kube = append(l.Kube, o)
	}
	return nil
}
