using System.Xml;
using CodeRelay.Text;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>Adds the package to an existing Directory.Build.targets; all other bytes stay.</summary>
internal static class BuildTargets
{
    public const string FileName = "Directory.Build.targets";
    public const string PackageName = "CodeRelay.Build";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>True when an MSBuild file refers to the package, in any form that NuGet supports.</summary>
    /// <exception cref="ScaffoldException">The file is not XML.</exception>
    public static bool RefersToPackage(string path, byte[] content)
    {
        var found = false;
        Read(path, content, reader => found |= reader.NodeType == XmlNodeType.Element
            && reader.LocalName is "PackageReference" or "GlobalPackageReference"
            && string.Equals(reader.GetAttribute("Include"), PackageName, StringComparison.OrdinalIgnoreCase));
        return found;
    }

    /// <summary>Files of that name in subdirectories above projects that do not import the root's: MSBuild uses only the nearest.</summary>
    public static IEnumerable<string> FindHiding(ExistingFiles existing) =>
        existing.Paths.Where(path => path.EndsWith("/" + FileName, StringComparison.Ordinal) && existing.HasProjectBelow(path[..^FileName.Length]) && existing.Read(path) is { } content && !LeadsOn(new ByteText(content).Value));

    /// <summary>Inserts the content of CodeRelay's Directory.Build.targets before the end of the user's.</summary>
    /// <param name="existing">The user's file.</param>
    /// <param name="template">CodeRelay's file.</param>
    /// <exception cref="ScaffoldException">The file is not an MSBuild project.</exception>
    public static byte[] Merge(byte[] existing, string template)
    {
        var fragment = template[(template.IndexOf('>', StringComparison.Ordinal) + 1)..template.LastIndexOf("</", StringComparison.Ordinal)].Trim('\n');
        var text = new ByteText(existing);
        var end = -1;
        Read(FileName, existing, reader =>
        {
            if (reader.Depth != 0 || reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
                return;
            if (reader.LocalName != "Project")
                throw new ScaffoldException($"{FileName}: the root element is {reader.LocalName}, not Project");
            end = Offset(text, (IXmlLineInfo)reader) + (reader.NodeType == XmlNodeType.EndElement ? -"</".Length : 0);
        });

        if (text.Value[end] != '<')
            return OpenRoot(text, end, fragment);
        var lineStart = text.Value.LastIndexOf('\n', end) + 1;
        return text.Value.AsSpan(lineStart, end - lineStart).IsWhiteSpace()
            ? text.Replace(lineStart, lineStart, $"\n{fragment}\n")
            : text.Replace(end, end, $"\n{fragment}\n");
    }

    // The root is one tag, <Project ... />: the text between its name and the slash stays.
    private static byte[] OpenRoot(ByteText text, int name, string fragment)
    {
        char? quote = null;
        for (var i = name; i < text.Value.Length; i++)
        {
            var c = text.Value[i];
            if (quote is not null)
                quote = c == quote ? null : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '/')
                return text.Replace(text.Value[..i].TrimEnd().Length, i + "/>".Length, $">\n{fragment}\n</Project>");
        }

        throw new ScaffoldException($"{FileName}: the root element does not end");
    }

    private static bool LeadsOn(string project) =>
        project.Contains("FileAbove", StringComparison.Ordinal) || project.Contains("../" + FileName, StringComparison.Ordinal) || project.Contains(@"..\" + FileName, StringComparison.Ordinal);

    private static void Read(string path, byte[] content, Action<XmlReader> visit)
    {
        var text = new ByteText(content);
        if (!text.IsEditable)
            throw new ScaffoldException($"{path} is not UTF-8 text, so coderelay cannot look for {PackageName} in it; save it as UTF-8");
        try
        {
            // One character per byte, so that the reader's lines and columns map to positions in the file.
            using var reader = XmlReader.Create(new StringReader(text.Value[text.Start..]), Settings);
            while (reader.Read())
                visit(reader);
        }
        catch (XmlException e)
        {
            throw new ScaffoldException($"{path}({e.LineNumber},{e.LinePosition}): not valid XML: {e.Message}", e);
        }
    }

    private static int Offset(ByteText text, IXmlLineInfo place)
    {
        var offset = text.Start;
        for (var line = 1; line < place.LineNumber; line++)
        {
            offset += text.Value.AsSpan(offset).IndexOfAny('\r', '\n') + 1;
            if (text.Value[offset - 1] == '\r' && text.Value[offset] == '\n')
                offset++;
        }

        return offset + place.LinePosition - 1;
    }
}
