using Diplomacy.Analysis.Batch.Languages;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Languages;

public class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "The minister said that the talks were useful and that the two sides would meet again in the spring.")]
    [InlineData("en", "The delegation of Côte d'Ivoire met Müller, Peña and Şahin in the capital, and it was glad to have been invited to do so.")]
    [InlineData("en", "He quoted the Russian proverb «доверяй, но проверяй» and said that this was the spirit in which the talks would be held.")]
    [InlineData("ru", "Министр заявил, что переговоры были полезными и что стороны встретятся снова весной.")]
    [InlineData("uk", "Міністр заявив, що переговори були корисними і що сторони зустрінуться знову навесні.")]
    [InlineData("zh", "外交部发言人表示，双方会谈富有成果，双方将于春季再次会晤。希望对方尊重我方核心利益。")]
    [InlineData("ja", "外務大臣は、会談は有益であり、双方は春に再び会う予定であると述べました。")]
    [InlineData("ko", "외교부 장관은 회담이 유익했으며 양측이 봄에 다시 만날 것이라고 말했다.")]
    [InlineData("ar", "قال الوزير إن المحادثات كانت مفيدة وإن الجانبين سيلتقيان مرة أخرى في الربيع.")]
    [InlineData("fr", "Le ministre a déclaré que les entretiens étaient utiles et que les deux parties se reverraient dans la capitale au printemps pour la suite des travaux.")]
    [InlineData("de", "Der Minister sagte, die Gespräche seien nützlich gewesen und die beiden Seiten würden sich im Frühjahr wieder treffen, um über das Abkommen zu reden.")]
    [InlineData("es", "El ministro dijo que las conversaciones fueron útiles y que las dos partes se reunirán de nuevo en la primavera para los detalles del acuerdo.")]
    public void Language_IsGuessed(string language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("12 34 56 !!! ???")]
    [InlineData("Washington Beijing Moscow Brussels Geneva Vienna Nairobi Canberra")]
    public void TooLittle_IsNotGuessed(string text) => Assert.Null(LanguageGuess.Of(text));
}
