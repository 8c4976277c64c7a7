import io.github.cdk8s_progressive.*;
import java.util.List;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Duration;

/** What service.ts states in TypeScript, stated in Java. Prints what is emitted. */
public class App {
  public static void main(String[] args) {
    org.cdk8s.App app = new org.cdk8s.App();
    Chart chart = new Chart(app, "shop", ChartProps.builder().namespace("shop").build());

    Microservice reviews = new Microservice(chart, "reviews", MicroserviceProps.builder().port(80).containerPort(8080).build());
    ServiceVersion v1 = reviews.addVersion("v1", VersionProps.builder().image("reviews:1").build());
    ServiceVersion v2 = reviews.addVersion("v2", VersionProps.builder().image("reviews:2").build());
    NumberParameter weight = Parameter.percent("reviews.v2.weight", NumberParameterProps.builder().defaultValue(20).build());
    Route testers = Route.when(Match.header("x-group").exact("test")).to(v2);
    Route split = Route.split(v1.rest(), v2.weight(weight));
    reviews.release(WeightedRelease.onIstio(WeightedOnIstioProps.builder().routes(List.of(testers, split)).build()));

    Microservice ratings = new Microservice(chart, "ratings", MicroserviceProps.builder().port(80).containerPort(8080).build());
    ratings.addVersion("v1", VersionProps.builder().image("ratings:1").build());
    Analysis success = Analysis.of(Metric.successRate(SuccessRateProps.builder().min(99).build()));
    List<Step> steps = List.of(Step.weight(25), Step.pause(Duration.seconds(30)), Step.analysis(success));
    ratings.release(ArgoRollout.canary(ArgoCanaryProps.builder().traffic(ArgoTraffic.istio()).steps(steps).build()));

    System.out.println(app.synthYaml());
  }
}
