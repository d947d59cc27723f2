import { pageFileResponse } from "@/lib/api/page-file-response";

/** The figures of the dashboard as a file, whose format its address names. */
export function GET(request: Request): Promise<Response> {
  return pageFileResponse(request);
}
