using Microsoft.Extensions.Options;

namespace Gan.Serving;

/// <summary>Finds all faults of the options of one generator.</summary>
/// <param name="name">The generator's name.</param>
internal sealed class ServingOptionsValidator<TOptions>(string name) : IValidateOptions<TOptions>
    where TOptions : ServingOptions
{
    public ValidateOptionsResult Validate(string? options, TOptions value)
    {
        if (options != name) return ValidateOptionsResult.Skip;
        var problems = value.Problems().Select(problem => $"Generator '{name}': {problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
