package shopkeeper.bootstrap;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import shopkeeper.persistence.eventlog.WriterFigures;

/** What appending to the log costs on this node. */
record WriterMetrics(WriterFigures figures) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry meters) {
        FunctionCounter.builder("shopkeeper.log.appends", figures, WriterFigures::appends)
                .description("appends that were tried, those included that a condition kept out")
                .register(meters);
        FunctionCounter.builder("shopkeeper.log.rejected", figures, WriterFigures::rejected)
                .description("appends whose condition no longer held")
                .register(meters);
        FunctionCounter.builder("shopkeeper.log.failed", figures, WriterFigures::failed)
                .description("appends that were turned away, waited in vain or could not be stored")
                .register(meters);
        Gauge.builder("shopkeeper.log.waiting", figures, WriterFigures::waiting)
                .description("appends that wait for the next batch")
                .register(meters);
        Gauge.builder("shopkeeper.log.batch.largest", figures, WriterFigures::largestBatch)
                .description("most appends in one batch since the start")
                .register(meters);
        FunctionTimer.builder(
                        "shopkeeper.log.wait",
                        figures,
                        WriterFigures::appends,
                        WriterFigures::secondsWaited,
                        TimeUnit.SECONDS)
                .description("from an append's call to the beginning of its batch")
                .register(meters);
        FunctionTimer.builder(
                        "shopkeeper.log.commit",
                        figures,
                        WriterFigures::batches,
                        WriterFigures::secondsCommitting,
                        TimeUnit.SECONDS)
                .description("the commit of one batch")
                .register(meters);
    }
}
