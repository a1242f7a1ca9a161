using System.Buffers;
using System.Net.Mime;

namespace Gan.AspNetCore;

/// <summary>A form that rows are answered in.</summary>
/// <param name="MediaType">What clients call it.</param>
/// <param name="Create">Makes its writer.</param>
internal sealed record RowFormat(string MediaType, Func<IBufferWriter<byte>, RowReader, RowWriter> Create)
{
    public static readonly RowFormat Json = new(MediaTypeNames.Application.Json, (output, _) => new JsonRows(output));
    public static readonly RowFormat Lines = new("application/x-ndjson", (output, _) => new JsonLines(output));
    public static readonly RowFormat Csv = new(MediaTypeNames.Text.Csv, (output, rows) => new CsvRows(output, rows.ColumnNames));

    private static readonly RowFormat[] All = [Json, Lines, Csv];

    /// <summary>The form that a request accepts most gladly.</summary>
    /// <exception cref="RequestException">It accepts none.</exception>
    public static RowFormat Of(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0 && request.Headers.Accept.Count == 0) return Json;
        var best = accepted.Where(range => range.Quality is null or > 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => All.FirstOrDefault(format => new Microsoft.Net.Http.Headers.MediaTypeHeaderValue(format.MediaType).IsSubsetOf(range)))
            .FirstOrDefault(format => format is not null);
        return best ?? throw new RequestException(
            StatusCodes.Status406NotAcceptable,
            $"The header Accept must have one of {string.Join(", ", All.Select(format => format.MediaType))}, " +
            $"but was '{Kinds.Shown(request.Headers.Accept.ToString())}'. Leave it out for JSON.");
    }
}
