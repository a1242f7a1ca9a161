namespace Gan.AspNetCore;

/// <summary>What a request for rows must keep to, whatever the model.</summary>
internal static class RequestRules
{
    private const long MostPixels = 1 << 22;            // of a picture of several images

    public static void Check(SampleRequest request, OpenModel model, RowFormat format, GanEndpointOptions options, RequestProblems problems)
    {
        var most = format == RowFormat.Picture ? Math.Min(options.MostRows, options.MostImages) : options.MostRows;
        if (request.Count < 1 || request.Count > most)
            problems.Add("count", Invariant($"The field 'count' must be from 1 to {most}, but was {request.Count}. Ask for more by several seeds."));
        else if (format == RowFormat.Picture) CheckPicture(request.Count, model, problems);
        model.Check(request, problems);
    }

    private static void CheckPicture(int count, OpenModel model, RequestProblems problems)
    {
        if (model.Rows.Images is not { } shape)
        {
            throw new RequestException(
                StatusCodes.Status406NotAcceptable,
                "The samples must be images of one or three channels to be a picture, but are not. Ask for JSON or CSV by the header Accept.");
        }
        var size = new SampleGrid(shape, count).Size;
        if (count > 1 && size > MostPixels)
        {
            problems.Add("count", Invariant(
                $"The picture must have at most {MostPixels} pixels, but has {size} by the field 'count' of {count}. Ask for fewer images."));
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
