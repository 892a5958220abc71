using System.Buffers;
using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Safety;

/// <summary>The text gives agents orders unrelated to the task.</summary>
internal sealed class RLY6004PromptInjection : DocumentRule
{
    private const int Quotes = 60;

    // Texts about attacks name or quote them; warnings tell readers not to obey.
    private static readonly PhraseList AboutAttacks = new(
        "injection", "injections", "prompt-injection", "attack*", "malicious", "phishing", "e.g.", "for example", "such as", "detect*", "reject*", "refuse*",
        "angriff*", "beispiel*", "attaque*", "exemple*", "ataque*", "ejemplo*", "exemplo*", "атак*", "например", "инъекци*", "攻击", "注入", "例如", "攻撃", "インジェクション", "例えば", "공격", "예를 들어", "tấn công", "ví dụ");

    private static readonly PhraseList Warnings = new(
        "never", "do not", "don't", "avoid", "instead of", "nicht", "niemals", "jamais", "ne pas", "nunca", "no ejecutar", "não", "mai", "никогда", "нельзя", "не запускай*", "不要", "禁止", "しない", "하지 마", "đừng");

    private static readonly SearchValues<char> ClosingQuotes = SearchValues.Create("\"'`”“»」’");

    public override RuleInfo Info { get; } = new("RLY6004", "prompt-injection", Severity.Warning, "possible prompt injection: the text gives agents orders unrelated to the task")
    {
        NoFix = "a person has to find out where the text came from before it is deleted",
    };

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var match in InjectedOrders.Find(document.Text.Content).Where(match => !IsAbout(document, match)))
            context.Report(this, document, match.Start, match.Start + match.Length, $"possible prompt injection: the text tells agents {match.What}, and agents obey what they read; find out where it came from, then delete it");
    }

    private static bool IsAbout(Document document, OrderMatch match)
    {
        var line = document.Text.Position(match.Start).Line;
        var text = document.Text.Line(line);
        var at = match.Start - document.Text.LineStart(line);
        var before = text[Math.Max(0, at - 2 * Quotes)..at];
        var after = text[Math.Min(text.Length, at + match.Length)..Math.Min(text.Length, at + match.Length + Quotes)];
        return AboutAttacks.IsIn(before) || AboutAttacks.IsIn(after) || Warnings.IsIn(before) || match.What.Contains("instructions", StringComparison.Ordinal) && IsQuoted(before, after);
    }

    private static bool IsQuoted(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.TrimEnd() is [.., '"' or '\'' or '`' or '“' or '„' or '«' or '「' or '‘'] && after.ContainsAny(ClosingQuotes);
}

/// <summary>An order to an agent that no packet needs to give.</summary>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="What">The order: "to ignore their instructions".</param>
internal readonly record struct OrderMatch(int Start, int Length, string What);

/// <summary>Finds such orders by a trigger word and a pattern anchored at it, so that a line of any length costs one pass.</summary>
internal static partial class InjectedOrders
{
    private const int Reach = 200;

    private static readonly PhraseList IgnoreTriggers = new(
        "ignore", "disregard", "forget", "override", "bypass", "ignoriere*", "vergiss", "ignorez", "oublie*", "ignora*", "olvida*", "esqueça", "desconsidere", "dimentica", "zignoruj", "zapomnij", "игнорир*", "проигнорир*", "забудь*",
        "忽略", "无视", "忘记", "以前の", "これまでの", "上記の", "前の", "이전", "위의", "앞의", "bỏ qua", "önceki");

    private static readonly PhraseList HideTriggers = new(
        "do not tell", "don't tell", "never tell", "do not inform", "don't inform", "do not mention", "don't mention", "do not reveal", "without telling", "without informing", "without asking", "hide this from", "keep this from", "sag dem", "ne dis pas", "no le digas", "não diga", "non dire", "не говори*", "не сообщай*", "不要告诉", "别告诉", "言わないで", "伝えないで", "말하지 마", "알리지 마", "đừng nói");

    private static readonly PhraseList RoleTriggers = new("<|im_start|>", "<|system|>", "[system]", "<system>", "</system>", "<<sys>>", "system prompt:", "new instructions:", "you are now", "developer mode", "jailbreak");

    private static readonly PhraseList PipeTriggers = new("curl", "wget", "iwr", "irm", "invoke-webrequest", "invoke-restmethod", "fetch", "base64", "printenv", "env", "cat");

    public static IEnumerable<OrderMatch> Find(string text)
    {
        foreach (var match in Find(text, IgnoreTriggers, Ignore(), "to ignore their instructions"))
            yield return match;
        foreach (var match in Find(text, HideTriggers, Hide(), "to keep something from the user"))
            yield return match;
        foreach (var match in Find(text, RoleTriggers, Role(), "to take on another role"))
            yield return match;
        foreach (var match in Find(text, PipeTriggers, Pipe(), "to run code from the network"))
            yield return match;
        foreach (var match in Find(text, PipeTriggers, Leak(), "to send secrets elsewhere"))
            yield return match;
    }

    private static IEnumerable<OrderMatch> Find(string text, PhraseList triggers, Regex pattern, string what)
    {
        for (var at = Next(text, triggers, 0); at >= 0; at = Next(text, triggers, at + 1))
        {
            var match = pattern.Match(text, at, Math.Min(Reach, text.Length - at));
            if (match.Success)
                yield return new(match.Index, match.Length, what);
        }
    }

    private static int Next(string text, PhraseList triggers, int from)
    {
        var found = from < text.Length ? triggers.Find(text.AsSpan(from)) : -1;
        return found < 0 ? -1 : from + found;
    }

    // A verb, a word for "earlier" and a word for "instructions", close together, in the word order of each language.
    [GeneratedRegex(
        @"\G(?:(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,3}?(?:previous|prior|above|earlier|preceding|existing|system|safety|your)\s+(?:\w+\s+){0,2}?(?:instructions?|prompts?|rules|directives|guidelines|messages|orders|commands|constraints|context)\b"
        + @"|(?:ignoriere\w*|vergiss)\s+(?:\w+\s+){0,2}?(?:vorherigen|bisherigen|obigen|früheren|vorangegangenen)\s+(?:\w+\s+)?(?:anweisungen|befehle|regeln|vorgaben)"
        + @"|(?:ignorez?|oublie[zr]?)\s+(?:\w+\s+){0,3}?(?:instructions|consignes|règles)\s+(?:précédentes|antérieures|ci-dessus)"
        + @"|(?:ignora\w*|olvida\w*|esqueça|desconsidere|ignore|dimentica)\s+(?:\w+\s+){0,3}?(?:instrucciones|instruções|istruzioni|reglas|regras|regole)\s+(?:anteriores|previas|precedenti|acima)"
        + @"|(?:zignoruj|zapomnij)\s+(?:\w+\s+){0,3}?(?:poprzednie|wcześniejsze)\s+(?:polecenia|instrukcje)"
        + @"|(?:про)?игнорир\w*\s+(?:\w+\s+){0,2}?(?:предыдущие|прежние|прошлые|вышеуказанные)\s+(?:\w+\s+)?(?:инструкци\w+|указания|правила|команды)|забудь\w*\s+(?:\w+\s+){0,2}?(?:предыдущие|прежние|все)\s+(?:инструкци\w+|указания)"
        + @"|(?:忽略|无视|忘记).{0,8}?(?:之前|以上|先前|前面|此前|上述|所有).{0,8}?(?:指令|指示|提示|说明|规则|命令)"
        + @"|(?:以前の|これまでの|上記の|前の).{0,6}?(?:指示|命令|プロンプト|ルール).{0,6}?(?:無視|忘れ)"
        + @"|(?:이전|위의|앞의).{0,6}?(?:지시|명령|지침|프롬프트).{0,8}?(?:무시|잊)"
        + @"|bỏ qua\s+(?:\S+\s+){0,3}?(?:chỉ dẫn|hướng dẫn|lệnh)\s+(?:trước|ở trên)"
        + @"|önceki\s+(?:\w+\s+)?(?:talimatları|komutları|kuralları)\s+(?:yok say|unut|görmezden))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ignore();

    [GeneratedRegex(
        @"\G(?:(?:do not|don't|never)\s+(?:tell|inform|mention|reveal)\s+(?:\w+\s+){0,4}?(?:the\s+)?(?:user|human|owner|operator)\b|without\s+(?:telling|informing|asking)\s+(?:the\s+)?(?:user|human|owner|operator)\b|(?:hide|keep)\s+this\s+from\s+(?:the\s+)?(?:user|human|owner|operator)\b"
        + @"|sag dem\s+(?:benutzer|nutzer)\s+nichts|ne dis pas.{0,20}?utilisateur|no le digas.{0,10}?usuario|não diga.{0,10}?usuário|non dire.{0,10}?utente|не (?:говори|сообщай)\w*\s+(?:\w+\s+){0,2}?пользовател\w+|(?:不要|别)告诉.{0,4}?用户|말하지 마|알리지 마)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hide();

    [GeneratedRegex(@"\G(?:<\|(?:im_start|system)\|>|\[system\]|</?system>|<<sys>>|(?:system prompt|new instructions):|you are now\s+(?:\w+\s+){0,3}?(?:unrestricted|jailbroken|dan|root|developer mode|free of)\b|(?:enter|enable|activate)?\s*(?:developer mode|jailbreak)\s+(?:enabled|activated|on)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Role();

    [GeneratedRegex(@"\G(?:(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\b[^\r\n|;&]{0,160}\|\s*(?:sudo\s+)?(?:-\S+\s+)*(?:ba|z|da|fi|k)?sh\b|(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\b[^\r\n|;&]{0,160}\|\s*(?:sudo\s+)?(?:python[0-9.]*|node|perl|ruby|pwsh|iex|invoke-expression)\b|base64\s+(?:-d|--decode|-D)\b[^\r\n|;&]{0,80}\|\s*(?:ba|z|da)?sh\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pipe();

    [GeneratedRegex(@"\G(?:(?:printenv|env|cat\s+[^\r\n|;&]{0,60}(?:\.env|id_rsa|id_ed25519|credentials|\.npmrc|\.netrc)\S*)\s*\|\s*(?:base64\s*\|\s*)?(?:curl|wget|nc|ncat)\b|curl\b[^\r\n;&]{0,100}(?:-d|--data\S*|-F|-T|--upload-file)\s+\S{0,20}@\S{0,60}(?:\.env|id_rsa|id_ed25519|credentials|\.npmrc|\.netrc)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leak();
}
