package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	gwv1 "sigs.k8s.io/gateway-api/apis/v1"
	"sigs.k8s.io/yaml"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config"
	crdcheck "istio.io/istio/pkg/config/crd"
	kubelib "istio.io/istio/pkg/kube"
)

var epoch = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)

// Node is one Envoy that requests can enter: a gateway (router) or a client's sidecar.
type Node struct {
	Key       string // "gateway", "gateway:NS/NAME" or "mesh:NS/WORKLOAD"
	Type      string // router | sidecar
	Name      string
	Namespace string
	IP        string
	Labels    map[string]string
}

func (n *Node) ID() string {
	return fmt.Sprintf("%s~%s~%s.%s~%s.svc.cluster.local", n.Type, n.IP, n.Name, n.Namespace, n.Namespace)
}

// Backend is one pod (or external endpoint) that answers HTTP on a loopback address.
type Backend struct {
	Name, Namespace, Workload, Version, IP string
	Ports                                  map[int]bool
}

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

var istioGroups = map[string]bool{
	"networking.istio.io": true, "security.istio.io": true, "telemetry.istio.io": true, "extensions.istio.io": true,
}

// docs reads every YAML document below the given paths, in file-name order.
func docs(paths ...string) ([]*unstructured.Unstructured, error) {
	var files []string
	for _, p := range paths {
		err := filepath.WalkDir(p, func(f string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (strings.HasSuffix(f, ".yaml") || strings.HasSuffix(f, ".yml")) {
				files = append(files, f)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Strings(files)
	var out []*unstructured.Unstructured
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for i, d := range strings.Split("\n"+string(raw), "\n---") {
			m := map[string]any{}
			j, err := yaml.YAMLToJSON([]byte(d))
			if err == nil && string(j) != "null" {
				err = utiljson.Unmarshal(j, &m) // whole numbers as int64: the CRDs' rules insist
			}
			if err != nil {
				return nil, fmt.Errorf("%s, document %d: %w", f, i+1, err)
			}
			if len(m) == 0 {
				continue
			}
			u := &unstructured.Unstructured{Object: m}
			if u.IsList() {
				l, err := u.ToList()
				if err != nil {
					return nil, fmt.Errorf("%s, document %d: %w", f, i+1, err)
				}
				for k := range l.Items {
					out = append(out, &l.Items[k])
				}
				continue
			}
			out = append(out, u)
		}
	}
	return out, nil
}

// schemas stands in for the API server: it fills in the defaults that the CRDs declare (without
// them pilot crashes on an HTTPRoute whose match has no path) and applies their rules.
var schemas *crdcheck.Validator

func loadSchemas(dirs string) (err error) {
	var files []string
	for _, dir := range strings.Split(dirs, ",") {
		found, _ := filepath.Glob(filepath.Join(dir, "*.yaml"))
		if len(found) == 0 {
			return fmt.Errorf("no CRDs in %q", dir)
		}
		files = append(files, found...)
	}
	schemas, err = crdcheck.NewValidatorFromFilesWithOptions(files, crdcheck.WithoutCRDValidation())
	if err == nil {
		schemas.SkipMissing = true
	}
	return err
}

func load(paths ...string) (*Bundle, error) {
	all, err := docs(paths...)
	if err != nil {
		return nil, err
	}
	b := &Bundle{Nodes: map[string]*Node{}, VIP: map[string]string{}}
	pods, vips := ipPool{kind: podAddresses}, ipPool{kind: serviceAddresses}
	nodes, ext := ipPool{kind: gatewayAddresses}, ipPool{kind: externalAddresses}
	var services []*corev1.Service
	var podObjs []*corev1.Pod
	namespaces := map[string]bool{"istio-system": true}
	haveNS := map[string]bool{}
	type gw struct {
		ns, name string
		sel      map[string]string
		ports    map[int64]bool
		creds    []string
		api      bool
	}
	var gws []gw
	backend := map[string]*Backend{}
	addPod := func(ns, name, workload string, tmpl corev1.PodTemplateSpec) *corev1.Pod {
		ip := pods.get()
		p := &corev1.Pod{
			TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"},
			ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: ns, Labels: tmpl.Labels, Annotations: tmpl.Annotations},
			Spec:       tmpl.Spec,
			Status: corev1.PodStatus{
				Phase: corev1.PodRunning, PodIP: ip, PodIPs: []corev1.PodIP{{IP: ip}},
				Conditions: []corev1.PodCondition{{Type: corev1.PodReady, Status: corev1.ConditionTrue}},
			},
		}
		podObjs = append(podObjs, p)
		bk := &Backend{Name: name, Namespace: ns, Workload: workload, Version: tmpl.Labels["version"], IP: ip, Ports: map[int]bool{}}
		for _, c := range tmpl.Spec.Containers {
			for _, cp := range c.Ports {
				bk.Ports[int(cp.ContainerPort)] = true
			}
		}
		backend[ip] = bk
		b.Backends = append(b.Backends, bk)
		return p
	}
	for _, u := range all {
		gvk := u.GroupVersionKind()
		clusterScoped := gvk.Kind == "Namespace" || gvk.Kind == "GatewayClass"
		if u.GetNamespace() == "" && !clusterScoped {
			u.SetNamespace("default")
		}
		ns := u.GetNamespace()
		if ns != "" {
			namespaces[ns] = true
		}
		if strings.Contains(gvk.Group, ".") && gvk.Group != "argoproj.io" {
			if err := schemas.ValidateCustomResource(u); err != nil {
				b.Rejected = append(b.Rejected, err.Error())
				continue
			}
		}
		switch {
		case istioGroups[gvk.Group]:
			switch gvk.Kind {
			case "ServiceEntry":
				rewriteServiceEntry(u, &ext, b, backend)
			case "WorkloadEntry":
				a := ext.get()
				_ = unstructured.SetNestedField(u.Object, a, "spec", "address")
			case "Gateway":
				g := gw{ns: ns, name: u.GetName(), ports: map[int64]bool{}}
				g.sel, _, _ = unstructured.NestedStringMap(u.Object, "spec", "selector")
				servers, _, _ := unstructured.NestedSlice(u.Object, "spec", "servers")
				for _, s := range servers {
					sm, _ := s.(map[string]any)
					if n, ok := number(sm, "port", "number"); ok {
						g.ports[n] = true
					}
					if c, ok, _ := unstructured.NestedString(sm, "tls", "credentialName"); ok {
						g.creds = append(g.creds, c)
					}
				}
				gws = append(gws, g)
			}
			y, err := yaml.Marshal(u.Object)
			if err != nil {
				return nil, err
			}
			cs, _, err := crd.ParseInputs(string(y))
			if err != nil {
				b.Rejected = append(b.Rejected, fmt.Sprintf("%s %s/%s: %v", gvk.Kind, ns, u.GetName(), err))
				continue
			}
			for _, c := range cs {
				c.Domain = "cluster.local"        // else short names resolve to nothing
				if c.CreationTimestamp.IsZero() { // one time for all: then the order is by name
					c.CreationTimestamp = epoch
				}
				b.Configs = append(b.Configs, c)
			}
		case gvk.Group == "apps" || gvk.Group == "argoproj.io" && gvk.Kind == "Rollout":
			var w struct {
				Spec struct {
					Replicas *int32                 `json:"replicas"`
					Template corev1.PodTemplateSpec `json:"template"`
				} `json:"spec"`
			}
			if err := runtime.DefaultUnstructuredConverter.FromUnstructured(u.Object, &w); err != nil {
				return nil, fmt.Errorf("%s/%s: %w", gvk.Kind, u.GetName(), err)
			}
			n := int32(1)
			if w.Spec.Replicas != nil {
				n = *w.Spec.Replicas
			}
			for i := int32(0); i < n; i++ {
				addPod(ns, fmt.Sprintf("%s-%d", u.GetName(), i), u.GetName(), w.Spec.Template)
			}
		case gvk.Group == "gateway.networking.k8s.io":
			// the API server would serve any stored version as v1
			if gvk.Version != "v1" && (gvk.Kind == "Gateway" || gvk.Kind == "HTTPRoute" || gvk.Kind == "GatewayClass" || gvk.Kind == "GRPCRoute") {
				u.SetAPIVersion(gwv1.GroupVersion.String())
			}
			if gvk.Kind == "Gateway" {
				g := gw{ns: ns, name: u.GetName(), ports: map[int64]bool{}, api: true}
				ls, _, _ := unstructured.NestedSlice(u.Object, "spec", "listeners")
				for _, l := range ls {
					lm, _ := l.(map[string]any)
					if n, ok := number(lm, "port"); ok {
						g.ports[n] = true
					}
				}
				gws = append(gws, g)
			}
			o, err := typed(u)
			if err != nil {
				return nil, err
			}
			b.Kube = append(b.Kube, o)
		case gvk.Group == "":
			o, err := typed(u)
			if err != nil {
				return nil, err
			}
			switch x := o.(type) {
			case *corev1.Service:
				services = append(services, x)
			case *corev1.Pod:
				addPod(ns, x.Name, x.Name, corev1.PodTemplateSpec{ObjectMeta: x.ObjectMeta, Spec: x.Spec})
			case *corev1.Namespace:
				haveNS[x.Name] = true
				b.Kube = append(b.Kube, o)
			case *corev1.Secret, *corev1.ConfigMap:
				b.Kube = append(b.Kube, o)
			}
		case gvk.Group == "discovery.k8s.io":
			b.Warnings = append(b.Warnings, "EndpointSlice "+ns+"/"+u.GetName()+" ignored: slices are made from Services and Pods")
		default:
			b.Warnings = append(b.Warnings, gvk.Kind+" "+ns+"/"+u.GetName()+" has no part in routing: ignored")
		}
	}
	// one router pod (and Envoy) per distinct Istio Gateway selector and per Gateway API Gateway
	bySel := map[string]*Node{}
	for _, g := range gws {
		sel, nns, svcName := g.sel, "istio-system", "istio-ingressgateway"
		key := "gateway"
		if g.api {
			nns, svcName, key = g.ns, g.name+"-istio", "gateway:"+g.ns+"/"+g.name
			sel = map[string]string{"gateway.networking.k8s.io/gateway-name": g.name}
		}
		id := nns + "|" + labels.Set(sel).String()
		n := bySel[id]
		if n == nil {
			if !g.api && b.Nodes["gateway"] != nil {
				svcName = fmt.Sprintf("gateway-%d", len(bySel))
			}
			n = &Node{Key: key, Type: "router", Name: svcName + "-0", Namespace: nns, IP: nodes.get(), Labels: sel}
			bySel[id] = n
			if b.Nodes["gateway"] == nil {
				b.Nodes["gateway"] = n
			}
			p := addPod(nns, n.Name, svcName, corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: sel}})
			delete(backend, p.Status.PodIP)
			p.Status.PodIP, p.Status.PodIPs = n.IP, []corev1.PodIP{{IP: n.IP}}
			b.Backends = b.Backends[:len(b.Backends)-1]
			services = append(services, &corev1.Service{
				TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Service"},
				ObjectMeta: metav1.ObjectMeta{Name: svcName, Namespace: nns},
				Spec:       corev1.ServiceSpec{Selector: sel, Type: corev1.ServiceTypeLoadBalancer},
			})
		}
		b.Nodes["gateway:"+g.ns+"/"+g.name] = n
		for _, s := range services {
			if s.Namespace == nns && s.Name == strings.TrimSuffix(n.Name, "-0") {
				for port := range g.ports {
					addPort(s, int32(port))
				}
				sort.Slice(s.Spec.Ports, func(i, j int) bool { return s.Spec.Ports[i].Port < s.Spec.Ports[j].Port })
			}
		}
		for _, c := range g.creds {
			b.Kube = append(b.Kube, selfSigned("istio-system", c))
		}
	}
	for _, p := range podObjs {
		key := "mesh:" + p.Namespace + "/" + p.Name[:strings.LastIndex(p.Name+"-", "-")]
		if bk := backend[p.Status.PodIP]; bk != nil {
			key = "mesh:" + p.Namespace + "/" + bk.Workload
		} else {
			continue
		}
		if b.Nodes[key] == nil {
			b.Nodes[key] = &Node{Key: key, Type: "sidecar", Name: p.Name, Namespace: p.Namespace, IP: p.Status.PodIP, Labels: p.Labels}
		}
	}
	for _, s := range services {
		slice := &discoveryv1.EndpointSlice{
			TypeMeta:    metav1.TypeMeta{APIVersion: "discovery.k8s.io/v1", Kind: "EndpointSlice"},
			ObjectMeta:  metav1.ObjectMeta{Name: s.Name + "-sim", Namespace: s.Namespace, Labels: map[string]string{discoveryv1.LabelServiceName: s.Name}},
			AddressType: discoveryv1.AddressTypeIPv4,
		}
		if s.Spec.ClusterIP != corev1.ClusterIPNone && s.Spec.Type != corev1.ServiceTypeExternalName {
			s.Spec.ClusterIP = vips.get()
			s.Spec.ClusterIPs = []string{s.Spec.ClusterIP}
		}
		ready := true
		for _, p := range podObjs {
			if len(s.Spec.Selector) == 0 || p.Namespace != s.Namespace || !labels.SelectorFromSet(s.Spec.Selector).Matches(labels.Set(p.Labels)) {
				continue
			}
			slice.Endpoints = append(slice.Endpoints, discoveryv1.Endpoint{
				Addresses: []string{p.Status.PodIP}, Conditions: discoveryv1.EndpointConditions{Ready: &ready, Serving: &ready},
				TargetRef: &corev1.ObjectReference{Kind: "Pod", Name: p.Name, Namespace: p.Namespace},
			})
			for _, sp := range s.Spec.Ports {
				if bk := backend[p.Status.PodIP]; bk != nil {
					bk.Ports[targetPort(sp, p)] = true
				}
			}
		}
		for _, sp := range s.Spec.Ports {
			name, proto, port := sp.Name, sp.Protocol, sp.Port
			if proto == "" {
				proto = corev1.ProtocolTCP
			}
			for _, p := range podObjs {
				if p.Namespace == s.Namespace && len(s.Spec.Selector) > 0 && labels.SelectorFromSet(s.Spec.Selector).Matches(labels.Set(p.Labels)) {
					port = int32(targetPort(sp, p))
					break
				}
			}
			slice.Ports = append(slice.Ports, discoveryv1.EndpointPort{Name: &name, Protocol: &proto, Port: &port})
		}
		vip := s.Spec.ClusterIP
		if vip == corev1.ClusterIPNone && len(slice.Endpoints) > 0 {
			vip = slice.Endpoints[0].Addresses[0]
		}
		b.VIP[s.Name+"."+s.Namespace] = vip
		b.Kube = append(b.Kube, s, slice)
	}
	for _, p := range podObjs {
		b.Kube = append(b.Kube, p)
	}
	for ns := range namespaces {
		if !haveNS[ns] {
			b.Kube = append(b.Kube, &corev1.Namespace{
				TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Namespace"},
				ObjectMeta: metav1.ObjectMeta{Name: ns, Labels: map[string]string{"kubernetes.io/metadata.name": ns}},
			})
		}
	}
	b.Kube = append(b.Kube, &gwv1.GatewayClass{
		TypeMeta:   metav1.TypeMeta{APIVersion: gwv1.GroupVersion.String(), Kind: "GatewayClass"},
		ObjectMeta: metav1.ObjectMeta{Name: "istio"},
		Spec:       gwv1.GatewayClassSpec{ControllerName: "istio.io/gateway-controller"},
	})
	return b, nil
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

func number(m map[string]any, path ...string) (int64, bool) {
	v, ok, _ := unstructured.NestedFieldNoCopy(m, path...)
	if !ok {
		return 0, false
	}
	switch x := v.(type) {
	case int64:
		return x, true
	case float64:
		return int64(x), true
	}
	return 0, false
}

func typed(u *unstructured.Unstructured) (runtime.Object, error) {
	y, err := yaml.Marshal(u.Object)
	if err != nil {
		return nil, err
	}
	o, _, err := kubelib.IstioCodec.UniversalDeserializer().Decode(y, nil, nil)
	if err != nil {
		return nil, fmt.Errorf("%s %s/%s: %w", u.GetKind(), u.GetNamespace(), u.GetName(), err)
	}
	return o, nil
}

func addPort(s *corev1.Service, port int32) {
	for _, p := range s.Spec.Ports {
		if p.Port == port {
			return
		}
	}
	s.Spec.Ports = append(s.Spec.Ports, corev1.ServicePort{
		Name: fmt.Sprintf("port-%d", port), Port: port, TargetPort: intstr.FromInt32(port), Protocol: corev1.ProtocolTCP,
	})
}

func targetPort(sp corev1.ServicePort, p *corev1.Pod) int {
	if sp.TargetPort.Type == intstr.String && sp.TargetPort.StrVal != "" {
		for _, c := range p.Spec.Containers {
			for _, cp := range c.Ports {
				if cp.Name == sp.TargetPort.StrVal {
					return int(cp.ContainerPort)
				}
			}
		}
	}
	if sp.TargetPort.IntVal != 0 {
		return int(sp.TargetPort.IntVal)
	}
	return int(sp.Port)
}

// rewriteServiceEntry keeps hosts, ports and labels but puts every endpoint on a loopback address,
// and makes DNS resolution static, so that no name is looked up and nothing leaves the machine.
func rewriteServiceEntry(u *unstructured.Unstructured, pool *ipPool, b *Bundle, backend map[string]*Backend) {
	hosts, _, _ := unstructured.NestedStringSlice(u.Object, "spec", "hosts")
	if addrs, ok, _ := unstructured.NestedStringSlice(u.Object, "spec", "addresses"); ok && len(addrs) > 0 {
		_ = unstructured.SetNestedStringSlice(u.Object, []string{pool.get()}, "spec", "addresses")
	}
	if _, ok, _ := unstructured.NestedMap(u.Object, "spec", "workloadSelector"); ok {
		return
	}
	ports, _, _ := unstructured.NestedSlice(u.Object, "spec", "ports")
	mk := func(name, version string, override map[string]any) string {
		bk := &Backend{Name: name, Namespace: "external", Workload: name, Version: version, IP: pool.get(), Ports: map[int]bool{}}
		for _, p := range ports {
			pm, _ := p.(map[string]any)
			n, _ := number(pm, "number")
			if t, ok := number(pm, "targetPort"); ok {
				n = t
			}
			if pn, ok := pm["name"].(string); ok {
				if o, ok := number(override, pn); ok {
					n = o
				}
			}
			bk.Ports[int(n)] = true
		}
		b.Backends = append(b.Backends, bk)
		backend[bk.IP] = bk
		return bk.IP
	}
	res, _, _ := unstructured.NestedString(u.Object, "spec", "resolution")
	eps, _, _ := unstructured.NestedSlice(u.Object, "spec", "endpoints")
	if len(eps) == 0 && strings.HasPrefix(res, "DNS") && len(hosts) > 0 {
		eps = []any{map[string]any{"address": hosts[0]}}
	}
	for i, e := range eps {
		em, _ := e.(map[string]any)
		lbl, _, _ := unstructured.NestedStringMap(em, "labels")
		ov, _, _ := unstructured.NestedMap(em, "ports")
		em["address"] = mk(fmt.Sprintf("%v", em["address"]), lbl["version"], ov)
		eps[i] = em
	}
	if strings.HasPrefix(res, "DNS") {
		_ = unstructured.SetNestedField(u.Object, "STATIC", "spec", "resolution")
	}
	if len(eps) > 0 {
		_ = unstructured.SetNestedSlice(u.Object, eps, "spec", "endpoints")
	} else if res == "" || res == "NONE" {
		for _, h := range hosts {
			b.VIP[h] = mk(h, "", nil)
		}
	}
	for _, h := range hosts {
		if b.VIP[h] == "" {
			if a, _, _ := unstructured.NestedStringSlice(u.Object, "spec", "addresses"); len(a) > 0 {
				b.VIP[h] = a[0]
			}
		}
	}
}

var selfSignedPair = func() [2][]byte {
	k, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour), DNSNames: []string{"*"}}
	der, _ := x509.CreateCertificate(rand.Reader, t, t, &k.PublicKey, k)
	kb, _ := x509.MarshalPKCS8PrivateKey(k)
	return [2][]byte{pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: kb})}
}()

func selfSigned(ns, name string) *corev1.Secret {
	return &corev1.Secret{
		TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Secret"},
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: ns}, Type: corev1.SecretTypeTLS,
		Data: map[string][]byte{"tls.crt": selfSignedPair[0], "tls.key": selfSignedPair[1]},
	}
}
