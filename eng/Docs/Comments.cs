using System.Reflection;
using System.Xml.Linq;
using CodeRelay.Agents.Reports;
using CodeRelay.Formats;

namespace CodeRelay.Docs;

/// <summary>The doc comments of types and members, as the compiler writes them beside the assemblies.</summary>
internal static class Comments
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(() =>
        new[] { typeof(CheckJson), typeof(StatusJson) }
            .SelectMany(type => XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml")).Descendants("member"))
            // Generated types exist in both assemblies.
            .DistinctBy(member => member.Attribute("name")!.Value)
            .ToDictionary(member => member.Attribute("name")!.Value));

    /// <summary>The summary of a type, or null.</summary>
    public static string? Of(Type type) => Find($"T:{type.FullName}") is { } member ? Summary(member) : null;

    /// <summary>The summary of a property, else that of the same property in the type that its own type names with inheritdoc.</summary>
    public static string? Of(PropertyInfo property)
    {
        if (Find($"P:{property.DeclaringType!.FullName}.{property.Name}") is { } member)
            return Summary(member);
        var inherited = Find($"T:{property.DeclaringType.FullName}")?.Element("inheritdoc")?.Attribute("cref")?.Value;
        return inherited is not null && Find($"P:{inherited["T:".Length..]}.{property.Name}") is { } other ? Summary(other) : null;
    }

    private static XElement? Find(string name) => Members.Value.GetValueOrDefault(name);

    private static string? Summary(XElement member) =>
        member.Element("summary") is { } summary ? string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
}
