namespace Gan.AspNetCore;

/// <summary>All that is wrong with a request, by the field that it is wrong with.</summary>
internal sealed class RequestProblems
{
    private readonly Dictionary<string, List<string>> _problems = new(StringComparer.Ordinal);

    /// <param name="field">The field, as the request has it.</param>
    /// <param name="problem">What it must be, what it was, and what to do: whole sentences.</param>
    public void Add(string field, string problem)
    {
        if (_problems.TryGetValue(field, out var others)) others.Add(problem);
        else _problems.Add(field, [problem]);
    }

    /// <summary>Adds what a library found, a problem a line.</summary>
    public void AddLines(string field, ArgumentException fault)
    {
        var text = fault.Message.Replace($" (Parameter '{fault.ParamName}')", "", StringComparison.Ordinal);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) Add(field, line);
    }

    /// <exception cref="RequestException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count == 0) return;
        throw new RequestException(
            StatusCodes.Status400BadRequest, string.Join(' ', _problems.Values.SelectMany(problem => problem)),
            _problems.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
    }
}
