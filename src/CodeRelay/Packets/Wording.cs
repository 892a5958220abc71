using System.Text.RegularExpressions;

namespace CodeRelay.Packets;

/// <summary>Recognises short answers, in the languages of <see cref="CodeRelay.Documents.SectionKinds"/>.</summary>
internal static partial class Wording
{
    private const int LongestNone = 160;

    /// <summary>True for an explicit none: "None known", "Nothing in progress", "n/a", "keine", "无", "なし".</summary>
    public static bool SaysNone(string text) => text.Length <= LongestNone && None().IsMatch(text);

    /// <summary>True for an explicit completion: "All phases complete", "nothing left".</summary>
    public static bool SaysFinished(string text) => text.Length <= LongestNone && Finished().IsMatch(text);

    public static bool HasDate(string text) => Date().IsMatch(text);

    [GeneratedRegex(@"^[\W_]*(?:(?:none|nothing|empty|idle|cleared|nil|n/?a)\b
        |no[ ](?:active|open|known|current|pending|outstanding|further|remaining|more|other|blockers?|risks?|issues?|questions?|work|tasks?|next|handoff|session|changes?|constraints?|files?)\b
        |(?:keine?[rsn]?|nichts|leer|aucune?|rien|néant|ning[uú]n[oa]?|nada|nenhuma?|nessun[oa]?|niente|brak|nic|yok|hiçbir)\b
        |(?:нет|ничего|пусто|отсутству\w*)\b|无(?:$|\W|阻|风险|问题|待)|没有|暂无|(?:特に)?なし|無し|特にありません|ありません|없음|없습니다|없다|không(?:$|\W|có)|chưa\ có)",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex None();

    [GeneratedRegex(@"^[\W_]*(?:(?:all|everything)\b.{0,60}\b(?:complete[d]?|done|finished|merged|shipped|closed)\b|nothing[ ](?:left|remaining|pending|open|to[ ]do)\b|complete[d]?[.!]?$|done[.!]?$
        |alles[ ](?:erledigt|fertig)|tout[ ]est[ ](?:fait|terminé)|todo[ ](?:hecho|listo|terminado)|tudo[ ](?:feito|pronto)|все\b.{0,40}(?:готов|выполнен|заверш|сделан)|全部.{0,12}完成|すべて.{0,12}(?:完了|済)|모두.{0,12}완료)",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Finished();

    [GeneratedRegex(@"\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}
