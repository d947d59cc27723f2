import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { MetricList } from "@/components/metric/metric-list";
import { listMetrics } from "@/lib/data/public/metrics";
import { paths } from "@/lib/paths";

export const generateMetadata = () =>
  pageMetadata({
    title: "What is measured",
    description: "Every metric with its definition, unit, and how many figures and regions it has.",
    path: paths.metrics(),
  });

export default async function Page() {
  return (
    <SiteFrame section="metrics">
      <MetricList metrics={await listMetrics()} />
    </SiteFrame>
  );
}
