using System.Buffers;
using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace Gan.AspNetCore;

/// <summary>A form that rows are answered in.</summary>
/// <param name="MediaType">What clients call it.</param>
/// <param name="Create">Makes a writer of rows.</param>
internal sealed record RowFormat(string MediaType, Func<IBufferWriter<byte>, RowShape, RowWriter> Create)
{
    public static readonly RowFormat Json = new(MediaTypeNames.Application.Json, (output, _) => new JsonRows(output));
    public static readonly RowFormat Lines = new("application/x-ndjson", (output, _) => new JsonLines(output));
    public static readonly RowFormat Csv = new(MediaTypeNames.Text.Csv, (output, shape) => new CsvRows(output, shape.ColumnNames));
    public static readonly RowFormat Picture = new(MediaTypeNames.Image.Png, (output, shape) => new PictureRows(output, shape.Images!.Value));

    public static readonly IReadOnlyList<RowFormat> All = [Json, Lines, Csv, Picture];

    private readonly MediaTypeHeaderValue _type = new(MediaType);

    /// <value>What the answer says of itself.</value>
    public string ContentType => _type.Type == "text" ? $"{MediaType}; charset=utf-8" : MediaType;

    /// <summary>The form that a request accepts most gladly.</summary>
    /// <exception cref="RequestException">It accepts none.</exception>
    public static RowFormat Of(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0) return Json;
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => All.FirstOrDefault(format => format._type.IsSubsetOf(range)))
            .FirstOrDefault(format => format is not null) ?? throw new RequestException(
                StatusCodes.Status406NotAcceptable,
                $"The header Accept must have one of {string.Join(", ", All.Select(format => format.MediaType))}, " +
                $"but was '{Kinds.Shown(request.Headers.Accept.ToString())}'. Leave it out for JSON.");
    }
}
