package io.ardmstream.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalRunTest {

  @Test
  @DisplayName("a cluster that is gone when it is asked for progress has ended its job, not failed")
  void clusterIsGone() throws Exception {
    CompletableFuture<JobExecutionResult> result = new CompletableFuture<>();
    JobClient client =
        (JobClient)
            Proxy.newProxyInstance(
                LocalRunTest.class.getClassLoader(),
                new Class<?>[] {JobClient.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("getJobExecutionResult")) {
                    return result;
                  }
                  result.complete(new JobExecutionResult(null, 1, Map.of()));
                  throw new IllegalStateException("MiniCluster has already been shut down.");
                });

    assertThat(LocalRun.result(client, progress -> {})).isSameAs(result.get());
  }
}
