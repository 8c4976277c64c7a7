package main

import (
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// addServices gives every Service an address and the endpoints that its controller would.
func (l *loader) addServices() {
	for _, s := range l.services {
		if s.Spec.ClusterIP != corev1.ClusterIPNone && s.Spec.Type != corev1.ServiceTypeExternalName {
			s.Spec.ClusterIP = l.serviceIPs.get()
			s.Spec.ClusterIPs = []string{s.Spec.ClusterIP}
		}
		pods := l.selected(s)
		for _, p := range pods {
			if b := l.byIP[p.Status.PodIP]; b != nil {
				for _, sp := range s.Spec.Ports {
					b.Ports[targetPort(sp, p)] = true
				}
			}
		}
		vip := s.Spec.ClusterIP
		if vip == corev1.ClusterIPNone && len(pods) > 0 {
			vip = pods[0].Status.PodIP
		}
		l.VIP[s.Name+"."+s.Namespace] = vip
		l.Kube = append(l.Kube, s, endpointSlice(s, pods))
	}
}

// selected gives the pods behind a Service.
func (l *loader) selected(s *corev1.Service) []*corev1.Pod {
	var out []*corev1.Pod
	for _, p := range l.pods {
		if len(s.Spec.Selector) > 0 && p.Namespace == s.Namespace && labels.SelectorFromSet(s.Spec.Selector).Matches(labels.Set(p.Labels)) {
			out = append(out, p)
		}
	}
	return out
}

func endpointSlice(s *corev1.Service, pods []*corev1.Pod) *discoveryv1.EndpointSlice {
	slice := &discoveryv1.EndpointSlice{
		TypeMeta:    metav1.TypeMeta{APIVersion: "discovery.k8s.io/v1", Kind: "EndpointSlice"},
		ObjectMeta:  metav1.ObjectMeta{Name: s.Name + "-sim", Namespace: s.Namespace, Labels: map[string]string{discoveryv1.LabelServiceName: s.Name}},
		AddressType: discoveryv1.AddressTypeIPv4,
	}
	ready := true
	for _, p := range pods {
		slice.Endpoints = append(slice.Endpoints, discoveryv1.Endpoint{
			Addresses: []string{p.Status.PodIP}, Conditions: discoveryv1.EndpointConditions{Ready: &ready, Serving: &ready},
			TargetRef: &corev1.ObjectReference{Kind: "Pod", Name: p.Name, Namespace: p.Namespace},
		})
	}
	for _, sp := range s.Spec.Ports {
		name, proto, port := sp.Name, sp.Protocol, sp.Port
		if proto == "" {
			proto = corev1.ProtocolTCP
		}
		if len(pods) > 0 {
			port = int32(targetPort(sp, pods[0]))
		}
		slice.Ports = append(slice.Ports, discoveryv1.EndpointPort{Name: &name, Protocol: &proto, Port: &port})
	}
	return slice
}

// targetPort gives the port of a pod that a port of its Service leads to.
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
