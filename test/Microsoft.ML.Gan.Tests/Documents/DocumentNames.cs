using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>Finds names such as `Type.Member` in one document's code, and those that neither the libraries, nor their tests, nor what they use have.</summary>
/// <remarks>`.Member` is of the type that was named before it. `variable.Member` is for the compiler: blocks of code have such.</remarks>
internal sealed partial class DocumentNames
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Assembly[] Loaded = [.. ProgramFiles().Select(path => Assembly.Load(AssemblyName.GetAssemblyName(path)))];

    private static readonly ILookup<string, Type> TypesByName = Loaded.SelectMany(TypesOf).ToLookup(type => type.Name.Split('`')[0]);

    private static readonly HashSet<string> NamesOfOtherThings =
    [
        .. Loaded.SelectMany(TypesOf).Select(type => type.Namespace).OfType<string>().Distinct().SelectMany(Prefixes),
        .. XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").SelectMany(package => Prefixes(package.Attribute("Include")!.Value)),
        .. new[] { "src", "test" }.SelectMany(folder => Directory.EnumerateDirectories(Repository.PathOf(folder))).SelectMany(path => Prefixes(Path.GetFileName(path))),
    ];

    private string _type = "";                                        // that was named last

    /// <summary>The names in a span of code that nothing has.</summary>
    public IEnumerable<string> Missing(string code)
    {
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
        foreach (var member in type.GetMember(members[0], All).Concat(type.GetInterfaces().SelectMany(parent => parent.GetMember(members[0], All))))
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

    private static IEnumerable<string> ProgramFiles() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static Type[] TypesOf(Assembly assembly)
    {
        try { return assembly.GetTypes(); }
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
