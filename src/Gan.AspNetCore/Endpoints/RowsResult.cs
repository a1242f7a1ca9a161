namespace Gan.AspNetCore;

/// <summary>Rows as an answer that is written while they are made: some rows at a time, so that neither side holds all of them.</summary>
internal sealed class RowsResult(GanService service, OpenModel model, RowFormat format, RowReader rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, stop) = (httpContext.Response, httpContext.RequestAborted);
        using var _ = model;
        using var reader = rows;
        var hasMore = true;
        RowWriter? writer = null;
        try
        {
            while (hasMore)
            {
                stop.ThrowIfCancellationRequested();
                using (rows.IsMade ? null : await service.Gate.EnterAsync(stop))
                {
                    for (var row = 0; row < model.Rows.RowsAtOnce && (hasMore = rows.MoveNext()); row++)
                    {
                        writer ??= Begin(response);             // once there is a row: a fault before can still be told
                        writer.Write(rows);
                    }
                }
                writer?.Flush();
                await response.BodyWriter.FlushAsync(stop);
            }
            writer?.End();
            await response.BodyWriter.FlushAsync(stop);
        }
        finally
        {
            writer?.Dispose();
        }
    }

    private RowWriter Begin(HttpResponse response)
    {
        response.ContentType = format.ContentType;
        return format.Create(response.BodyWriter, model.Rows);
    }
}
