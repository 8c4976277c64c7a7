"""What service.ts states in TypeScript, stated in Python. Prints what is emitted."""
from cdk8s import App, Chart, Duration
from cdk8s_progressive import Analysis, ArgoRollout, ArgoTraffic, Match, Metric, Microservice, Parameter, Route, Step, WeightedRelease

app = App()
chart = Chart(app, "shop", namespace="shop")

reviews = Microservice(chart, "reviews", port=80, container_port=8080)
v1 = reviews.add_version("v1", image="reviews:1")
v2 = reviews.add_version("v2", image="reviews:2")
weight = Parameter.percent("reviews.v2.weight", default_value=20)
testers = Route.when(Match.header("x-group").exact("test")).to(v2)
reviews.release(WeightedRelease.on_istio(routes=[testers, Route.split(v1.rest(), v2.weight(weight))]))

ratings = Microservice(chart, "ratings", port=80, container_port=8080)
ratings.add_version("v1", image="ratings:1")
success = Analysis.of(Metric.success_rate(min=99))
steps = [Step.weight(25), Step.pause(Duration.seconds(30)), Step.analysis(success)]
ratings.release(ArgoRollout.canary(traffic=ArgoTraffic.istio(), steps=steps))

print(app.synth_yaml())
