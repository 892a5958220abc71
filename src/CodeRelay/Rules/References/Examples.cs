using System.Text.RegularExpressions;

namespace CodeRelay.Rules.References;

/// <summary>
/// Words that make what follows or precedes an example: it shows how something is written and does not claim that it is there.
/// "Like" alone compares ("write it like the parser"), so it counts only behind a word for the kind of thing.
/// </summary>
internal static partial class Examples
{
    // "e.g. a, b or c": further away the sentence speaks of something else.
    private const int Reach = 60;

    /// <summary>Tells whether a text calls what follows it an example.</summary>
    /// <param name="before">The sentence in front of a path, as written.</param>
    /// <param name="withoutNames">Takes other names out: they are examples as well.</param>
    public static bool EndWith(string before, Func<string, string> withoutNames) =>
        Marker().Matches(before).LastOrDefault() is { } marker && withoutNames(before[(marker.Index + marker.Length)..]).Length <= Reach;

    /// <summary>Tells whether a text calls what stands in front of it an example: "for example" ends it there, else it begins something new.</summary>
    /// <param name="after">The sentence behind a path, as written.</param>
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
