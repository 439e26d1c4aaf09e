/** What to try, in the order of the three jobs: Dutch first. */
export const guide = `
Kamerlens staat aan, op nagebouwde bladzijden van de officiële sites (niets verlaat deze computer).

  1. Wijs in de tekst een onderstreepte code aan, zoals 2023D19158, of een verwijzing als «Kamerstuk 35 925 VIII, nr. 87».
     Er opent een kaart met wat bekend is.
  2. Wijs «Antwoorden op de lijst van vragen (PDF)» aan en kies in de kaart de knop om de vragen te bewaren.
  3. Klik op het pictogram van Kamerlens: alle codes van de bladzijde. Typ of plak er een code, bijvoorbeeld
     2023D19 158, en lees vraag 155 met het antwoord.
  4. Schrijf een notitie en sluit het venster meteen: ze is bewaard, en staat op elke bladzijde die de code noemt.
  5. Meer bladzijden: https://www.rijksoverheid.nl/

Kamerlens is on, on look-alike pages of the official sites (nothing leaves this computer).

  1. Point at an underlined code in the text, such as 2023D19158, or a citation like «Kamerstuk 35 925 VIII, nr. 87».
     A card opens with what is known.
  2. Point at «Antwoorden op de lijst van vragen (PDF)» and press the card's button to save its questions.
  3. Click the Kamerlens icon: all codes of the page. Type or paste a code, for example 2023D19 158, and read
     question 155 with its answer.
  4. Write a note and close the window at once: it is saved, and is there on every page that names the code.
  5. More pages: https://www.rijksoverheid.nl/

What you keep stays in .output/profiles until you delete that folder. Ctrl+C ends the browser and the pages.
`
