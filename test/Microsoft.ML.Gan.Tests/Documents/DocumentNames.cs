using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>Finds names such as <c>Type.Member</c> in one document, and tells those that exist nowhere.</summary>
/// <remarks>
/// They may be of the libraries, of their tests, or of what these use. <c>.Member</c> is of the type that was named before it.
/// <c>variable.Member</c> is left to the compiler: blocks of code have such.
/// </remarks>
internal sealed partial class DocumentNames
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Type[] Types =
    [
        .. ProgramFiles.Paths.SelectMany(path => TypesOf(() => Assembly.Load(AssemblyName.GetAssemblyName(path)))),
        .. TypesOf(() => Assembly.LoadFrom(TabularTests)),
    ];

    private static readonly ILookup<string, Type> TypesByName = Types.ToLookup(type => type.Name.Split('`')[0]);

    private static readonly HashSet<string> NamesOfOtherThings =
        [.. Types.Select(type => type.Namespace).OfType<string>().Distinct().Concat(Packages()).Concat(Projects()).SelectMany(Prefixes)];

    private string _type = "";                                        // that was named last

    /// <summary>The names in a span of code that nothing has.</summary>
    public IEnumerable<string> Missing(string code)
    {
        if (File.Exists(Repository.PathOf(code))) yield break;
        foreach (Match match in Name().Matches(code))
        {
            var parts = match.Value.Split('.');
            if (parts[0].Length == 0) parts[0] = _type;
            else if (IsOfOtherThings(ref parts)) continue;
            _type = parts[0];
            if (!TypesByName[parts[0]].Any(type => Has(type, parts[1..]))) yield return string.Join('.', parts);
        }
    }

    /// <summary>Whether a name is of a namespace, package or project; if not, it is left without the namespace before it.</summary>
    private static bool IsOfOtherThings(ref string[] parts)
    {
        for (var length = parts.Length; length > 0; length--)
        {
            if (!NamesOfOtherThings.Contains(string.Join('.', parts[..length]))) continue;
            parts = parts[length..];
            return parts.Length == 0;
        }
        return false;
    }

    private static bool Has(Type type, string[] members)
    {
        if (members.Length == 0) return true;
        foreach (var member in type.GetInterfaces().Prepend(type).SelectMany(owner => owner.GetMember(members[0], All)))
        {
            var next = member switch
            {
                Type nested => nested,
                PropertyInfo property => property.PropertyType,
                FieldInfo field => field.FieldType,
                MethodInfo method => method.ReturnType,
                _ => typeof(void),
            };
            if (Has(next, members[1..])) return true;
        }
        return false;
    }

    private static IEnumerable<string> Packages() =>
        XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value);

    private static IEnumerable<string> Projects() =>
        new[] { "src", "test" }.SelectMany(folder => Directory.EnumerateDirectories(Repository.PathOf(folder)))
            .Select(path => Path.GetFileName(path));

    private static string TabularTests => typeof(DocumentNames).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(TabularTests)).Value!;

    private static Type[] TypesOf(Func<Assembly> load)
    {
        try { return load().GetTypes(); }
        catch (ReflectionTypeLoadException) { return []; }            // it needs an optional part that the tests do without
    }

    private static IEnumerable<string> Prefixes(string name)
    {
        var parts = name.Split('.');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('.', parts[..count]));
    }

    [GeneratedRegex(@"(?<![\w.)\]]|^\.)[A-Z]\w*(\.[A-Z]\w*)+|^(\.[A-Z]\w*)+")]
    private static partial Regex Name();
}
