package main

import (
	"fmt"
	"slices"
	"sort"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/util/intstr"
	gwv1 "sigs.k8s.io/gateway-api/apis/v1"
)

// gateway is what an Istio Gateway or a Gateway API Gateway asks of the router that serves it.
type gateway struct {
	namespace, name string
	selector        map[string]string
	ports           []int32
	credentials     []string // secrets with certificates
	api             bool     // of the Gateway API: has a router of its own
}

func istioGateway(u *unstructured.Unstructured) gateway {
	g := gateway{namespace: u.GetNamespace(), name: u.GetName()}
	g.selector, _, _ = unstructured.NestedStringMap(u.Object, "spec", "selector")
	servers, _, _ := unstructured.NestedSlice(u.Object, "spec", "servers")
	for _, s := range servers {
		server, _ := s.(map[string]any)
		if n, ok := number(server, "port", "number"); ok {
			g.ports = append(g.ports, int32(n))
		}
		if c, ok, _ := unstructured.NestedString(server, "tls", "credentialName"); ok {
			g.credentials = append(g.credentials, c)
		}
	}
	return g
}

// addGatewayAPI takes an object of the Gateway API; any stored version of it the API server would serve as v1.
func (l *loader) addGatewayAPI(u *unstructured.Unstructured) error {
	kind := u.GetKind()
	if slices.Contains([]string{"Gateway", "HTTPRoute", "GatewayClass", "GRPCRoute"}, kind) {
		u.SetAPIVersion(gwv1.GroupVersion.String())
	}
	if kind == "Gateway" {
		g := gateway{namespace: u.GetNamespace(), name: u.GetName(), api: true}
		g.selector = map[string]string{"gateway.networking.k8s.io/gateway-name": g.name}
		listeners, _, _ := unstructured.NestedSlice(u.Object, "spec", "listeners")
		for _, one := range listeners {
			listener, _ := one.(map[string]any)
			if n, ok := number(listener, "port"); ok {
				g.ports = append(g.ports, int32(n))
			}
		}
		l.gateways = append(l.gateways, g)
	}
	o, err := typed(u)
	if err != nil {
		return err
	}
	l.Kube = append(l.Kube, o)
	return nil
}

// addRouters makes one router (Service, Pod and Envoy) for each distinct Istio Gateway selector and for each Gateway API Gateway.
func (l *loader) addRouters() {
	routers := map[string]*Node{}
	for _, g := range l.gateways {
		ns, service, key := "istio-system", "istio-ingressgateway", "gateway"
		if g.api {
			ns, service, key = g.namespace, g.name+"-istio", "gateway:"+g.namespace+"/"+g.name
		} else if l.Nodes["gateway"] != nil {
			service = fmt.Sprintf("gateway-%d", len(routers))
		}
		id := ns + "|" + labels.Set(g.selector).String()
		n := routers[id]
		if n == nil {
			p := l.newPod(ns, service+"-0", l.nodeIPs.get(), corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: g.selector}})
			n = &Node{Key: key, Type: "router", Name: p.Name, Namespace: ns, IP: p.Status.PodIP, Labels: g.selector, service: l.routerService(ns, service, g.selector)}
			routers[id] = n
			if l.Nodes["gateway"] == nil {
				l.Nodes["gateway"] = n
			}
		}
		l.Nodes["gateway:"+g.namespace+"/"+g.name] = n
		for _, port := range g.ports {
			addPort(n.service, port)
		}
		for _, c := range g.credentials {
			if l.once("", "Secret", "istio-system", c) == nil { // several servers may name one certificate
				l.Kube = append(l.Kube, selfSigned("istio-system", c))
			}
		}
	}
	if l.once("gateway.networking.k8s.io", "GatewayClass", "", "istio") == nil {
		l.Kube = append(l.Kube, &gwv1.GatewayClass{
			TypeMeta:   metav1.TypeMeta{APIVersion: gwv1.GroupVersion.String(), Kind: "GatewayClass"},
			ObjectMeta: metav1.ObjectMeta{Name: "istio"},
			Spec:       gwv1.GatewayClassSpec{ControllerName: "istio.io/gateway-controller"},
		})
	}
}

// routerService gives the Service in front of a router: the set's own, if it has one of that name.
func (l *loader) routerService(ns, name string, selector map[string]string) *corev1.Service {
	for _, s := range l.services {
		if s.Namespace == ns && s.Name == name {
			return s
		}
	}
	s := &corev1.Service{
		TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Service"},
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: ns},
		Spec:       corev1.ServiceSpec{Selector: selector, Type: corev1.ServiceTypeLoadBalancer},
	}
	l.services = append(l.services, s)
	return s
}

func addPort(s *corev1.Service, port int32) {
	if slices.ContainsFunc(s.Spec.Ports, func(p corev1.ServicePort) bool { return p.Port == port }) {
		return
	}
	s.Spec.Ports = append(s.Spec.Ports, corev1.ServicePort{
		Name: fmt.Sprintf("port-%d", port), Port: port, TargetPort: intstr.FromInt32(port), Protocol: corev1.ProtocolTCP,
	})
	sort.Slice(s.Spec.Ports, func(i, j int) bool { return s.Spec.Ports[i].Port < s.Spec.Ports[j].Port })
}
