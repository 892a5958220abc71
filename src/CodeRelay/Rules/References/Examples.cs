using System.Text.RegularExpressions;

namespace CodeRelay.Rules.References;

/// <summary>
/// Words that mark a path as an example, which need not exist. "Like" alone compares ("write it like the parser"), so it counts only after a
/// word for the kind of thing.
/// </summary>
internal static partial class Examples
{
    // "e.g. a, b or c": farther away the sentence is about something else.
    private const int Reach = 60;

    /// <summary>True when a text ends with a marker for a following example.</summary>
    /// <param name="before">The sentence before a path, as written.</param>
    /// <param name="withoutNames">Removes other names, which are examples too.</param>
    public static bool EndWith(string before, Func<string, string> withoutNames) =>
        Marker().Matches(before).LastOrDefault() is { } marker && withoutNames(before[(marker.Index + marker.Length)..]).Length <= Reach;

    /// <summary>True when a text begins with a marker for a preceding example; "for example" must end it, since otherwise it begins another one.</summary>
    /// <param name="after">The sentence after a path, as written.</param>
    public static bool BeginWith(string after) => MarkerBehind().IsMatch(after);

    [GeneratedRegex(
        """
        \b(?: e\.\s?g\. | eg\. | (?:for|as\san)\s(?:example|instance) | such\sas
            | (?: files? | paths? | names? | folders? | director(?:y|ies) | modules? | entr(?:y|ies) | patterns? | something | anything | things | formats? | forms? )\s(?:named\s|called\s|looks?\s)?like
            | z\.\s?B\. | zum\sBeispiel | beispielsweise | bspw\. | (?: Dateien? | Pfade? | Namen? | Ordner )\s(?:namens\s)?wie
            | par\sexemple | p\.\s?ex\. | (?<=[(（])ex\. | tel(?:le)?s?\sque | (?: fichiers? | chemins? | noms? | dossiers? )\scomme
            | por\sejemplo | p\.\s?ej\. | tal(?:es)?\scomo | por\sexemplo | (?: archivos? | rutas? | nombres? | carpetas? | arquivos? | caminhos? | nomes? | pastas? )\scomo
            | (?:ad|per)\sesempio | (?: file | percors[oi] | nom[ei] | cartell[ae] )\scome | na\sprzykład | np\. | (?: pliki? | ścieżk[ai] )\s(?:takie?\s)?jak | örneğin | mesela
            | например | напр\. | к\sпримеру | такие\sкак | (?: файл\w* | пут\w+ | им[яё]\w* | папк\w+ )\s(?:вроде|типа|как)
            | ví\sdụ | chẳng\shạn )(?!\w)
        | 例如 | 比如 | 譬如 | 例えば | たとえば | 예를\s?들 | 예컨대 | [例예]\s?[:：]
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(
        """
        ^[`'"\s,(*_]* (?: のような | のように | などの? | 같은 | 등의 | 之类 | (?: gibi | for\s(?:example|instance) | e\.\s?g\. | zum\sBeispiel | z\.\s?B\. | par\sexemple | por\sejemplo | por\sexemplo | ad\sesempio | na\sprzykład | например | chẳng\shạn )[)\s]*(?:[.;]|$) )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkerBehind();
}
